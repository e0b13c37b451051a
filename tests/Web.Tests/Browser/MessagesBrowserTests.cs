using Microsoft.Playwright;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

public sealed class MessagesBrowserTests(PortalBrowser browser)
{
    private static readonly string s_receptionist = DevelopmentSignIns.EmailOf(StaffRole.Receptionist, "harborview");
    private static readonly string s_auditor = DevelopmentSignIns.EmailOf(StaffRole.Auditor, "harborview");

    [Fact]
    public async Task Receptionist_LooksAtATextAndSendsAnother_IsToldWhatCameOfIt()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(s_receptionist);
        await page.GoAsync("/harborview/messages");
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Grace Hopper");
        await caller.TextAsync();

        // Either it is the first one, or it waits behind the pill of a page that somebody reads.
        await page.GoAsync($"/harborview/messages?q={caller.Phone[^4..]}");
        var row = page.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = caller.Phone[^4..] });
        await Assertions.Expect(row).ToContainTextAsync("Code by text");
        Assert.DoesNotContain(caller.Phone, await page.Page.ContentAsync(), StringComparison.Ordinal);
        await page.LookAsync("messages");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        var panel = page.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(panel).ToContainTextAsync("Twilio took it");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Text a new code" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync("You can text another in");
        await page.LookAsync("messages-open");

        Assert.True(page.Complaints.Count == 0, string.Join(Environment.NewLine, page.Complaints));
        await caller.HangUpAsync();
    }

    [Fact]
    public async Task Auditor_ReadsAndExports_AndCannotSend()
    {
        await browser.ReadyAsync();
        using var caller = await VoiceCaller.RingAsync(browser.Address);
        await caller.HoldAsync("Emmy Noether");
        await caller.TextAsync();
        await using var page = await browser.OpenAsync(s_auditor);

        await page.GoAsync($"/harborview/messages?q={caller.Phone[^4..]}");
        await page.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = caller.Phone[^4..] }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("We prepared it");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Text a new code" })).ToHaveCountAsync(0);
        var export = await (await page.Page.APIRequest.GetAsync($"/harborview/exports/messages.csv?q={caller.Phone[^4..]}")).TextAsync();

        Assert.Contains($",accepted,,,{caller.Phone[^4..]},1,", export, StringComparison.Ordinal);
        Assert.DoesNotContain(caller.Phone, export, StringComparison.Ordinal);
        Assert.DoesNotContain("Emmy", export, StringComparison.Ordinal);
        await caller.HangUpAsync();
    }
}
