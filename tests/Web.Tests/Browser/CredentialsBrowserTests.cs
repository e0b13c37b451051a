using Microsoft.Playwright;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

public sealed class CredentialsBrowserTests(PortalBrowser browser)
{
    // The other clinic of the demo: the desk's tests send through Harborview's sandbox.
    private static readonly string s_manager = DevelopmentSignIns.EmailOf(StaffRole.Manager, "marlow");

    public static TheoryData<int, ColorScheme> Views => new() { { 1280, ColorScheme.Light }, { 390, ColorScheme.Dark } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Manager_WholeRotation_IsLedThroughEveryStep(int width, ColorScheme shade)
    {
        await browser.ReadyAsync();
        var account = browser.Twilio.AddAccount();
        await using var page = await browser.OpenAsync(s_manager, width, shade);
        async Task LookAsync(string name)
        {
            await page.KeepAsync($"credentials-{name}-{width}-{shade}");
            Assert.Empty(await page.BarriersAsync());
            Assert.False(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{name} is wider than the window.");
        }

        await page.GoAsync("/marlow/credentials");
        await page.Page.GetByLabel("Account SID").FillAsync(account.Sid);
        await page.Page.GetByLabel("Auth token", new() { Exact = true }).FillAsync(account.Token);
        await page.Page.GetByLabel("Sender's number").FillAsync(StandInAccount.DefaultNumber);
        await page.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Going live");
        await LookAsync("begin");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Store it, then test" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Test it" }).ClickAsync();
        var use = page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Use version [0-9]+ from now on") });
        await use.WaitForAsync();
        // Whoever reloads goes on here.
        await page.GoAsync("/marlow/credentials");
        await page.Page.GetByLabel("Send a test text").FillAsync("+442079460123");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test text" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("Twilio took the text")).ToBeVisibleAsync();
        await LookAsync("tested");
        await use.ClickAsync();
        await ConfirmAsync(page.Page, "Going live", "Use it");
        await Assertions.Expect(page.Page.Locator(".version.is-active")).ToBeVisibleAsync();

        await page.Page.GetByText("Let us create an API key").ClickAsync();
        await page.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("A key instead of the token");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Create the key" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Test it" }).ClickAsync();
        await use.ClickAsync();
        await ConfirmAsync(page.Page, "A key instead of the token", "Use it");
        await Assertions.Expect(page.Page.Locator("#guide-title")).ToHaveTextAsync("Watch, then revoke the old one");
        await LookAsync("watch");

        await page.Page.Locator(".version.is-active").GetByRole(AriaRole.Button, new() { NameRegex = new("^Emergency revoke") }).ClickAsync();
        await page.Page.Locator("dialog[open]").GetByLabel("Type marlow").FillAsync("marlow");
        await LookAsync("emergency");
        await ConfirmAsync(page.Page, "It was in an e-mail", "Revoke now");
        await Assertions.Expect(page.Page.Locator(".version.is-active")).ToHaveCountAsync(0);
        Assert.Empty(account.Keys);
        await LookAsync("revoked");
        await page.Page.Locator(".version.is-retiring").GetByRole(AriaRole.Button, new() { NameRegex = new("^Emergency revoke") }).ClickAsync();
        await ConfirmAsync(page.Page, "The end of the test", "Revoke now");
        await Assertions.Expect(page.Page.Locator(".version.is-retiring")).ToHaveCountAsync(0);
        Assert.Empty(page.Complaints);
        Assert.DoesNotContain(account.Token, await page.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task ConfirmAsync(IPage page, string why, string button)
    {
        var dialog = page.Locator("dialog[open]");
        await dialog.Locator("textarea").FillAsync(why);
        await dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
