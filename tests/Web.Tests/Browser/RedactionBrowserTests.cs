using Microsoft.Playwright;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

public sealed class RedactionBrowserTests(PortalBrowser browser)
{
    private static readonly string s_harborview = DevelopmentSignIns.EmailOf(StaffRole.Manager, "harborview");
    // A long text on a busy machine.
    private static readonly LocatorAssertionsToContainTextOptions s_patient = new() { Timeout = 20_000 };

    private static readonly string s_marlow = DevelopmentSignIns.EmailOf(StaffRole.Manager, "marlow");

    public static TheoryData<int, ColorScheme> Views => new() { { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Manager_LooksAtASample_IsToldWhyWithoutBarriers(int width, ColorScheme shade)
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_harborview, width, shade);
        await page.GoAsync("/harborview/redaction");
        await page.Page.Locator(".panes").WaitForAsync();
        await LookAsync(page, "sample", width, shade);

        var name = page.Page.Locator(".pane:not(.is-result) .found").Filter(new() { HasText = "Rebecca" }).First;
        await name.FocusAsync();
        await Assertions.Expect(page.Page.Locator("#span-why")).ToContainTextAsync("Name of a person");
        await LookAsync(page, "why", width, shade);
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator("#span-why")).ToBeHiddenAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.GetByLabel("Word or phrase")).ToHaveValueAsync("Rebecca Hollis");

        await page.Page.GetByLabel("Left side").SelectOptionAsync("pci");
        await Assertions.Expect(page.Page.Locator(".comparison")).ToContainTextAsync("hidden only under version");
        await LookAsync(page, "compare", width, shade);
        await page.Page.GetByRole(AriaRole.Radio, new() { Name = "HIPAA Safe Harbor" }).CheckAsync();
        await Assertions.Expect(page.Page.Locator("#save")).ToContainTextAsync("Name of a provider: stays readable");
        await LookAsync(page, "draft", width, shade);
        Assert.True(page.Complaints.Count == 0, string.Join(Environment.NewLine, page.Complaints));
    }

    [Fact]
    public async Task Manager_PastesSavesAndRedactsAgain_TheTextIsNowhereAndTheVersionCounts()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_marlow);
        await page.GoAsync("/marlow/redaction");
        await page.Page.GetByRole(AriaRole.Combobox, new() { Name = "Text", Exact = true }).SelectOptionAsync("own");
        // Longer than one message of a circuit may be.
        await page.Page.GetByLabel("Your text").FillAsync(string.Concat(Enumerable.Repeat("User: Project Heron called again about the invoice, on 07700 900123.\n", 500)));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show what is hidden" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".preview-head [role=status]")).ToContainTextAsync("500 values hidden", s_patient);

        await page.Page.GetByLabel("Word or phrase").FillAsync("Project Heron");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Should be hidden" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".terms-said")).ToContainTextAsync("hidden now in 500 places", s_patient);
        await page.Page.GetByLabel("Why?").FillAsync("The partner asked for it.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".policy-saved")).ToContainTextAsync("is in force from now on", s_patient);
        await Assertions.Expect(page.Page.Locator(".history-changes").First).ToContainTextAsync("Always hidden: “Project Heron”");
        await page.GoAsync("/marlow/audit?action=redaction.");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("Tried the redaction on a text (characters 3");
        await Assertions.Expect(page.Page.Locator("main")).Not.ToContainTextAsync("Heron");
        Assert.True(page.Complaints.Count == 0, string.Join(Environment.NewLine, page.Complaints));
    }

    private static async Task LookAsync(WatchedPage page, string name, int width, ColorScheme shade)
    {
        await page.Page.EvaluateAsync("() => Promise.race([Promise.all(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished.catch(() => {}))), new Promise(done => setTimeout(done, 1000))])");
        var barriers = await page.BarriersAsync();
        Assert.True(barriers.Count == 0, string.Join(Environment.NewLine, barriers));
        await page.KeepAsync($"redaction-{name}-{width}-{shade}".ToLowerInvariant());
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width}.");
    }
}
