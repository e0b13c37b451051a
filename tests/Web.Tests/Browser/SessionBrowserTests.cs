using Microsoft.Playwright;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Hosting;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

public sealed class SessionBrowserTests(PortalBrowser browser)
{
    private static readonly string s_manager = DevelopmentSignIns.EmailOf(StaffRole.Manager, "harborview");

    [Fact]
    public async Task SignIn_ByADemoButton_OpensTheStartPageOfThatRole()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(null);

        await page.Page.GotoAsync("/account/sign-in");
        await page.Page.GetByRole(AriaRole.Form, new() { Name = "Marlow" }).GetByRole(AriaRole.Button, new() { Name = "Auditor" }).ClickAsync();

        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(browser.Address, "/marlow/audit").ToString());
    }

    [Fact]
    public async Task Palette_TypedInRightAfterItWasClosed_KeepsWhatWasTyped()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager);
        await page.GoAsync("/harborview/today");

        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.Keyboard.TypeAsync("people");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.Keyboard.TypeAsync("audit");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option)).ToContainTextAsync("Audit");
        await Assertions.Expect(page.Page.Locator("[data-palette-input]")).ToHaveValueAsync("audit");
    }

    [Fact]
    public async Task SignIn_WithAForeignReturnAddress_StaysHere()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(null);

        await page.Page.GotoAsync("/account/sign-in?returnUrl=//elsewhere.example/");
        await page.Page.GetByLabel("E-mail").FillAsync(s_manager);
        await page.Page.GetByLabel("Password").FillAsync(DevelopmentSignIns.Password);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(browser.Address, "/harborview/today").ToString());
    }

    [Fact]
    public async Task SignIn_WithTheWrongPassword_SaysOneSentenceAndKeepsTheAddress()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(null);

        await page.Page.GotoAsync("/account/sign-in");
        await page.Page.GetByLabel("E-mail").FillAsync("nobody@harborview.example");
        await page.Page.GetByLabel("Password").FillAsync("not the password at all");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await Assertions.Expect(page.Page.GetByLabel("E-mail")).ToHaveValueAsync("nobody@harborview.example");
        await page.KeepAsync("sign-in-refused");
        Assert.Empty(await page.BarriersAsync());
    }

    [Theory]
    [InlineData("/marlow/today")]
    [InlineData("/no-such-clinic/today")]
    [InlineData("/platform/clinics")]
    public async Task Page_OfAnotherOrganizationOrNone_IsOneRefusal(string path)
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager);

        var answer = await page.Page.GotoAsync(path);

        Assert.Equal(403, answer!.Status);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You cannot open this page");
        await Assertions.Expect(page.Page.Locator("main")).Not.ToContainTextAsync("Marlow");
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsAPageOfOurs()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager);

        var answer = await page.Page.GotoAsync("/no/such/page");

        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is nothing here");
    }

    [Fact]
    public async Task Palette_ByKeyboardAlone_OpensAPage()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager);
        await page.GoAsync("/harborview/today");

        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.Keyboard.TypeAsync("audit");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.KeepAsync("palette");
        Assert.Empty(await page.BarriersAsync());
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Audit");
        await Assertions.Expect(page.Page.Locator("#palette")).ToBeHiddenAsync();
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Theme_OnceChosen_IsThereBeforeTheNextPageIsSeen()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager);
        await page.GoAsync("/harborview/today");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Appearance" }).ClickAsync();
        await page.KeepAsync("menu-appearance");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Compact" }).ClickAsync();
        var answer = await page.Page.ReloadAsync();

        Assert.Contains("data-theme=\"dark\" data-density=\"compact\"", await answer!.TextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-shade", "dark");
    }

    [Fact]
    public async Task Drawer_OnAPhone_OpensAndGoesWithTheChoice()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager, width: 390);
        await page.GoAsync("/harborview/today");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Open navigation" }).ClickAsync();
        await page.KeepAsync("drawer");
        Assert.Empty(await page.BarriersAsync());
        await page.Page.Locator("#drawer").GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Audit");
        await Assertions.Expect(page.Page.Locator("#drawer")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task People_Invited_GetALinkThatLetsThemIn()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_manager);
        await page.GoAsync("/harborview/people");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.Page.GetByLabel("E-mail").FillAsync("rosa@people.example");
        await page.KeepAsync("people-invite");
        Assert.Empty(await page.BarriersAsync());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await page.Page.GetByLabel("Link").InputValueAsync();

        await using var guest = await browser.OpenAsync(null);
        await guest.Page.GotoAsync(link);
        await guest.KeepAsync("invitation");
        Assert.Empty(await guest.BarriersAsync());
        await guest.Page.GetByLabel("Your name").FillAsync("Rosa Diaz");
        await guest.Page.GetByLabel("A password").FillAsync("seven blue teapots");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Create the account" }).ClickAsync();
        await guest.Page.GetByLabel("E-mail").FillAsync("rosa@people.example");
        await guest.Page.GetByLabel("Password").FillAsync("seven blue teapots");
        await guest.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Today");
    }

    [Fact]
    public async Task SignOutEverywhere_WithAPageOpenElsewhere_EndsItWithinAMinute()
    {
        await browser.ReadyAsync();
        var email = DevelopmentSignIns.EmailOf(StaffRole.Receptionist, "marlow");
        await using var here = await browser.OpenAsync(email);
        await here.GoAsync("/marlow/today");

        await using var elsewhere = await browser.OpenAsync(email);
        await elsewhere.Page.GotoAsync("/account");
        await elsewhere.KeepAsync("account");
        Assert.Empty(await elsewhere.BarriersAsync());
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();

        await Assertions.Expect(elsewhere.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await Assertions.Expect(here.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Pages_HostStartedAgain_LoadThemselvesUnlessSomethingIsTyped()
    {
        await browser.ReadyAsync();
        var keys = Directory.CreateTempSubdirectory("orchestrator-again-").FullName;
        var database = await DemoDatabase.Shared.CopyAsync(keys, TestContext.Current.CancellationToken);
        await using var host = new MortalPortal(at => PortalProcess.StartAsync(database, TestContext.Current.CancellationToken, keys, at: at));
        await host.StartAsync();
        await using var looked = await browser.OpenAsync(s_manager, address: host.Address);
        await using var typed = await browser.OpenAsync(s_manager, address: host.Address);
        await looked.GoAsync("/harborview/today");
        await typed.GoAsync("/harborview/credentials");
        await typed.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Quarterly");
        foreach (var page in (WatchedPage[])[looked, typed])
            await page.Page.EvaluateAsync("() => { window.isTheSame = true; }");

        host.Kill();
        await Assertions.Expect(looked.Page.GetByText("The connection dropped")).ToBeVisibleAsync();
        await looked.KeepAsync("connection-dropped");
        await host.StartAsync();

        await Assertions.Expect(typed.Page.GetByText("This page was away for too long")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await looked.Page.WaitForFunctionAsync("() => !window.isTheSame && document.documentElement.dataset.circuit === 'open'", null, new() { Timeout = 90_000 });
        Assert.True(await typed.Page.EvaluateAsync<bool>("() => window.isTheSame"));
        Assert.Equal("Quarterly", await typed.Page.GetByLabel("Why", new() { Exact = true }).InputValueAsync());
        Directory.Delete(keys, recursive: true);
    }
}
