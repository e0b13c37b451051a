using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class DeskBrowserTests(PortalBrowser browser, ITestOutputHelper output)
{
    private static readonly string s_receptionist = DevelopmentSignIns.EmailOf(StaffRole.Receptionist, "harborview");
    private static readonly string s_manager = DevelopmentSignIns.EmailOf(StaffRole.Manager, "harborview");
    private static readonly string s_auditor = DevelopmentSignIns.EmailOf(StaffRole.Auditor, "harborview");

    public static TheoryData<int, ColorScheme> Views => new() { { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Receptionist_WayThroughTodayAndCalls_IsQuietAndWithoutBarriers(int width, ColorScheme shade)
    {
        PortalBrowser.SkipWithoutChromium();
        using var waiting = await VoiceCaller.RingAsync(browser.Address);
        await waiting.HoldAsync("Mei Chen");
        await waiting.TextAsync();
        for (var guess = 0; guess < 5; guess++)
            await waiting.GuessAsync($"00000{guess}");
        using var live = await VoiceCaller.RingAsync(browser.Address);
        await live.HoldAsync("Joan Clarke");
        await live.TextAsync();
        await using var page = await browser.OpenAsync(s_receptionist, width, shade);

        await page.GoAsync("/harborview/today");
        var card = page.Page.Locator("article").Filter(new() { HasText = waiting.Phone[^4..] });
        await Assertions.Expect(card).ToContainTextAsync("Too many wrong codes");
        await LookAsync(page, "today", width, shade);
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Assertions.Expect(card.GetByLabel("How do you know the patient?")).ToBeVisibleAsync();
        await LookAsync(page, "today-confirm", width, shade);
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirm the appointment" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("article").Filter(new() { HasText = waiting.Phone[^4..] })).ToHaveCountAsync(0);

        await page.GoAsync("/harborview/holds");
        await page.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = ":" }).First.ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("What happened");
        await LookAsync(page, "holds-open", width, shade);

        await page.GoAsync($"/harborview/calls?open={live.Id}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Texted a code");
        await LookAsync(page, "calls-open", width, shade);
        AssertNone(page.Complaints);
        await live.HangUpAsync();
        await waiting.HangUpAsync();
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Auditor_VerifiesTheChain_IsToldWhatWasProven(int width, ColorScheme shade)
    {
        PortalBrowser.SkipWithoutChromium();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Ida Noddack");
        await using var page = await browser.OpenAsync(s_auditor, width, shade);

        await page.GoAsync("/harborview/audit");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".chain-said")).ToContainTextAsync("in order and as they were written");
        await LookAsync(page, "audit", width, shade);
        AssertNone(page.Complaints);
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task Manager_WatchesACall_SeesEachStepWithoutReloading()
    {
        PortalBrowser.SkipWithoutChromium();
        await using var page = await browser.OpenAsync(s_manager);
        await page.GoAsync("/harborview/today");
        await page.Page.EvaluateAsync("() => { window.sameDocument = true; }");
        using var caller = await VoiceCaller.RingAsync(browser.Address);

        await caller.HoldAsync("Hedy Lamarr");
        var began = Stopwatch.GetTimestamp();
        var card = page.Page.Locator("article").Filter(new() { HasText = "Hedy Lamarr" });
        await card.WaitForAsync();
        output.WriteLine($"The hold was on the page {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms after the webhook was answered.");
        await caller.TextAsync();
        await Assertions.Expect(card.Locator(".step.is-now")).ToHaveTextAsync("Confirmed");
        await caller.ReadBackAsync();
        await Assertions.Expect(card).ToContainTextAsync("Booked");

        Assert.True(await page.Page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        AssertNone(page.Complaints);
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task Receptionist_ReleasesAHold_ItLeavesThePageOfAColleague()
    {
        PortalBrowser.SkipWithoutChromium();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Rosalind Franklin");
        await using var mine = await browser.OpenAsync(s_receptionist);
        await using var theirs = await browser.OpenAsync(s_manager);
        await mine.GoAsync("/harborview/today");
        await theirs.GoAsync("/harborview/today");
        ILocator Card(WatchedPage page) => page.Page.Locator("article").Filter(new() { HasText = "Rosalind Franklin" });
        await Card(theirs).WaitForAsync();

        await Card(mine).GetByRole(AriaRole.Button, new() { Name = "Release", Exact = true }).ClickAsync();
        await Card(mine).GetByRole(AriaRole.Button, new() { Name = "Release it" }).ClickAsync();

        await Assertions.Expect(Card(mine)).ToHaveCountAsync(0);
        await Assertions.Expect(Card(theirs)).ToHaveCountAsync(0);
        AssertNone(mine.Complaints);
        AssertNone(theirs.Complaints);
    }

    [Fact]
    public async Task Export_OfTheAudit_ProvesItsOwnRowsAndIsForAuditorsOnly()
    {
        PortalBrowser.SkipWithoutChromium();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Lise Meitner");
        await using var auditor = await browser.OpenAsync(s_auditor);
        await using var receptionist = await browser.OpenAsync(s_receptionist);

        var answer = await auditor.Page.APIRequest.GetAsync("/harborview/exports/audit.csv?action=hold.");
        var refused = await receptionist.Page.APIRequest.GetAsync("/harborview/exports/audit.csv");
        var foreign = await auditor.Page.APIRequest.GetAsync("/marlow/exports/audit.csv");

        var text = await answer.TextAsync();
        var rows = text[..text.IndexOf("# rows", StringComparison.Ordinal)];
        Assert.Contains($"# sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rows)))}", text, StringComparison.Ordinal);
        Assert.Contains("hold.claimed", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Lise", text, StringComparison.Ordinal);
        Assert.NotEqual((int)HttpStatusCode.OK, refused.Status);
        Assert.DoesNotContain("hold.claimed", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("hold.claimed", await foreign.TextAsync(), StringComparison.Ordinal);
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task Search_ByLastDigits_FindsTheHold()
    {
        PortalBrowser.SkipWithoutChromium();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Chien-Shiung Wu");
        await using var page = await browser.OpenAsync(s_receptionist);
        await page.GoAsync("/harborview/today");

        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.GetByRole(AriaRole.Combobox).FillAsync(caller.Phone[^4..]);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Chien-Shiung Wu" })).ToBeVisibleAsync();
        AssertNone(page.Complaints);
        await caller.HangUpAsync();
    }

    private static async Task LookAsync(WatchedPage page, string name, int width, ColorScheme shade)
    {
        AssertNone(await page.BarriersAsync());
        await page.KeepAsync($"desk-{name}-{width}-{shade}".ToLowerInvariant());
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width}.");
    }

    private static void AssertNone(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
}
