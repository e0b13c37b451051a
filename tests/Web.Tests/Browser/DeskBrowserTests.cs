using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

public sealed class DeskBrowserTests(PortalBrowser browser, ITestOutputHelper output)
{
    private static readonly string s_receptionist = DevelopmentSignIns.EmailOf(StaffRole.Receptionist, "harborview");
    private static readonly string s_manager = DevelopmentSignIns.EmailOf(StaffRole.Manager, "harborview");
    private static readonly string s_auditor = DevelopmentSignIns.EmailOf(StaffRole.Auditor, "harborview");

    [Fact]
    public async Task Receptionist_WayThroughTodayAndCalls_IsQuietAndWithoutBarriers()
    {
        await browser.ReadyAsync();
        using var waiting = await VoiceCaller.RingAsync(browser.Address);
        await waiting.HoldAsync("Mei Chen");
        await waiting.TextAsync();
        for (var guess = 0; guess < 5; guess++)
            await waiting.GuessAsync($"00000{guess}");
        using var live = await VoiceCaller.RingAsync(browser.Address);
        await live.HoldAsync("Joan Clarke");
        await live.TextAsync();
        await using var page = await browser.OpenAsync(s_receptionist);

        await page.GoAsync("/harborview/today");
        var card = page.Page.Locator("article").Filter(new() { HasText = waiting.Phone[^4..] });
        await Assertions.Expect(card).ToContainTextAsync("Too many wrong codes");
        await page.LookAsync("desk-today");
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Assertions.Expect(card.GetByLabel("How do you know the patient?")).ToBeVisibleAsync();
        await page.LookAsync("desk-today-confirm");
        await card.GetByRole(AriaRole.Button, new() { Name = "Confirm the appointment" }).ClickAsync();
        // The caller is still on the line, and now sees a booked time.
        await Assertions.Expect(card).ToContainTextAsync("Booked");
        await Assertions.Expect(card).Not.ToContainTextAsync("Too many wrong codes");

        await page.GoAsync("/harborview/holds");
        await page.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = ":" }).First.ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("What happened");
        await page.LookAsync("desk-holds-open");

        await page.GoAsync($"/harborview/calls?open={live.Id}");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Texted a code");
        await page.LookAsync("desk-calls-open");
        AssertNone(page.Complaints);
        await live.HangUpAsync();
        await waiting.HangUpAsync();
    }

    [Fact]
    public async Task Auditor_VerifiesTheChain_IsToldWhatWasProven()
    {
        await browser.ReadyAsync();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Ida Noddack");
        await using var page = await browser.OpenAsync(s_auditor);

        await page.GoAsync("/harborview/audit");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".chain-said")).ToContainTextAsync("in order and as they were written");
        await page.LookAsync("desk-audit");
        AssertNone(page.Complaints);
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task Manager_WatchesACall_SeesEachStepWithoutReloading()
    {
        await browser.ReadyAsync();
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
        await browser.ReadyAsync();
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
    public async Task TwoStaff_OnOneHold_TheSecondIsToldWhoDidWhat()
    {
        await browser.ReadyAsync();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Emmy Noether");
        await caller.PassOnAsync();
        await using var first = await browser.OpenAsync(s_receptionist);
        await using var second = await browser.OpenAsync(s_manager);
        ILocator Card(WatchedPage page) => page.Page.Locator("article").Filter(new() { HasText = "Emmy Noether" });
        foreach (var page in (WatchedPage[])[first, second])
        {
            await page.GoAsync("/harborview/today");
            await Card(page).GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
            await Assertions.Expect(Card(page).GetByLabel("How do you know the patient?")).ToBeVisibleAsync();
        }

        await Card(first).GetByRole(AriaRole.Button, new() { Name = "Confirm the appointment" }).ClickAsync();

        // The card goes with the hold; what came of it stays on both pages.
        await Assertions.Expect(first.Page.Locator(".notice-bar")).ToContainTextAsync("Emmy Noether: Booked.");
        await Assertions.Expect(second.Page.Locator(".notice-bar")).ToContainTextAsync("Demo receptionist booked it without a code");
        await Assertions.Expect(Card(second)).ToHaveCountAsync(0);
        await second.LookAsync("desk-told");
        AssertNone(first.Complaints);
        AssertNone(second.Complaints);
    }

    [Fact]
    public async Task Manager_OpensWhereCallersLeave_SeesTheStepsOfTheDay()
    {
        await browser.ReadyAsync();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Vera Rubin");
        await caller.HangUpAsync();
        await using var page = await browser.OpenAsync(s_manager);

        await page.GoAsync("/harborview/calls");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Where callers leave" }).ClickAsync();

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Code texted" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".drop-off tbody tr")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.GetByText("Left after a hold").First).ToBeVisibleAsync();
        await page.LookAsync("calls-drop-off");
        AssertNone(page.Complaints);
    }

    [Fact]
    public async Task Export_OfTheAudit_ProvesItsOwnRowsAndIsForAuditorsOnly()
    {
        await browser.ReadyAsync();
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
        await browser.ReadyAsync();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Chien-Shiung Wu");
        await using var page = await browser.OpenAsync(s_receptionist);
        await page.GoAsync("/harborview/today");

        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.GetByRole(AriaRole.Combobox).FillAsync(caller.Phone[^4..]);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Group, new() { Name = "Holds" }).GetByRole(AriaRole.Option)).ToContainTextAsync("Chien-Shiung Wu");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Group, new() { Name = "Contacts" })).ToContainTextAsync("1 hold · phone ending");
        AssertNone(page.Complaints);
        await caller.HangUpAsync();
    }

    private static void AssertNone(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
}
