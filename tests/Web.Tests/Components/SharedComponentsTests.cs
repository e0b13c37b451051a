using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Verification;
using Orchestrator.Web.Components.Shared;
using Xunit;

namespace Orchestrator.Web.Tests.Components;

public sealed class SharedComponentsTests : PortalContext
{
    [Theory]
    [InlineData(BookingStatus.Held, false, "amber", "Held")]
    [InlineData(BookingStatus.Held, true, "blue", "Code sent")]
    [InlineData(BookingStatus.NeedsStaff, false, "coral", "Needs staff")]
    [InlineData(BookingStatus.Booked, false, "green", "Booked")]
    [InlineData(BookingStatus.Expired, false, "grey", "Expired")]
    public void StateChip_OfABooking_IsColourIconAndWord(BookingStatus status, bool isCodeSent, string tone, string word)
    {
        var chip = Render<StateChip>(p => p.Add(c => c.Status, status).Add(c => c.IsCodeSent, isCodeSent));

        Assert.Equal(word, chip.Find(".chip").TextContent.Trim());
        Assert.Contains(tone, chip.Find(".chip").ClassList);
        Assert.Equal("true", chip.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void StateLook_OfEveryState_HasAnIconThatExists()
    {
        var looks = Enum.GetValues<BookingStatus>().Select(status => StateLook.Of(status)).Concat(Enum.GetValues<DispatchState>().Select(StateLook.Of));

        Assert.All(looks, look => Assert.Contains(look.Icon, IconPaths.Names));
    }

    [Fact]
    public void RelativeTime_AsTimePasses_SaysSoAndKeepsTheClinicsTimeAside()
    {
        var shown = Render<RelativeTime>(p => p.Add(c => c.At, Now + Duration.FromSeconds(90)).AddCascadingValue(Org()));
        Assert.Equal("in 1 min", shown.Find("time").TextContent);

        Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("in 30 s", shown.Find("time").TextContent);
        Assert.Equal("Mon 2 Mar 2026, 09:01:30 America/Los_Angeles", shown.Find("time").GetAttribute("title"));
        Assert.Equal("2026-03-02T17:01:30Z", shown.Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void Countdown_InTheLastTwoMinutes_TurnsUrgentAndSaysItOnce()
    {
        var lapsed = 0;
        var ring = Render<Countdown>(p => p.Add(c => c.Until, Now + Duration.FromSeconds(122)).Add(c => c.Label, "Hold for 10:30").Add(c => c.OnLapsed, () => lapsed++));
        Assert.Equal("Hold for 10:30: 2 minutes 2 seconds left", ring.Find("[role=timer]").GetAttribute("aria-label"));

        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains("urgent", ring.Find("[role=timer]").ClassList);
        Assert.Equal("Hold for 10:30: two minutes left", ring.Find("[aria-live]").TextContent);

        for (var i = 0; i < 130; i++)
            Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Hold for 10:30: lapsed", ring.Find("[role=timer]").GetAttribute("aria-label"));
        Assert.Equal(1, lapsed);
    }

    [Fact]
    public void FilterChips_OfAnAddress_MarkTheChosenAndKeepTheRest()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/harborview/holds?state=held&provider=p1&page=3");

        var chips = Render<FilterChips>(p => p
            .Add(c => c.Label, "State").Add(c => c.Name, "state")
            .Add(c => c.Options, [new(null, "All", 7), new("held", "Held", 2), new("booked", "Booked")]));

        Assert.Equal("Held 2", string.Join(' ', chips.Find("[aria-current]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var booked = chips.FindAll("a")[2].GetAttribute("href")!;
        Assert.Contains("state=booked", booked, StringComparison.Ordinal);
        Assert.Contains("provider=p1", booked, StringComparison.Ordinal);
        Assert.DoesNotContain("page=", booked, StringComparison.Ordinal);
        Assert.DoesNotContain("state=", chips.FindAll("a")[0].GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public void FilterChips_OfAnUnknownValue_MarkAll()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/harborview/holds?state=<script>");

        var chips = Render<FilterChips>(p => p.Add(c => c.Label, "State").Add(c => c.Name, "state").Add(c => c.Options, [new(null, "All"), new("held", "Held")]));

        Assert.Equal("All", chips.Find("[aria-current]").TextContent.Trim());
    }

    [Fact]
    public void SidePanel_OnEscape_AsksToClose()
    {
        var isClosed = false;
        var panel = Render<SidePanel>(p => p.Add(c => c.Title, "Hold").Add(c => c.IsOpen, true).Add(c => c.OnClose, () => isClosed = true).AddChildContent("body"));
        Assert.Equal("Hold", panel.Find("[role=dialog]").GetAttribute("aria-label"));

        panel.Find("[role=dialog]").KeyDown("Escape");

        Assert.True(isClosed);
    }

    [Fact]
    public async Task ConfirmDialog_WithoutItsReason_DoesNotConfirm()
    {
        var dialog = Render<ConfirmDialog>();
        var answer = dialog.InvokeAsync(() => dialog.Instance.AskAsync(new ConfirmQuestion("Release the hold?", "The time is free again.", "Release", ReasonLabel: "Why")));
        Assert.True(dialog.Find("button[type=submit]").HasAttribute("disabled"));

        dialog.Find("textarea").Input("  Caller rang back ");
        dialog.Find("form").Submit();

        Assert.Equal("Caller rang back", await answer);
    }

    [Fact]
    public async Task ConfirmDialog_Cancelled_GivesNothing()
    {
        var dialog = Render<ConfirmDialog>();
        var answer = dialog.InvokeAsync(() => dialog.Instance.AskAsync(new ConfirmQuestion("Revoke?", "For good.", "Revoke", TypeToConfirm: "harborview")));

        dialog.Find("form").Submit();
        Assert.False(answer.IsCompleted);
        dialog.Find("button[type=button]").Click();

        Assert.Null(await answer);
    }

    [Fact]
    public void ErrorState_WithARetry_NamesTheReferenceAndTriesAgain()
    {
        var tries = 0;
        var error = Render<ErrorState>(p => p.Add(c => c.Reference, "ABCD2345").Add(c => c.OnRetry, () => tries++));

        error.Find("button").Click();

        Assert.Equal("ABCD2345", error.Find("[role=alert] .mono").TextContent);
        Assert.Equal(1, tries);
    }

    [Fact]
    public void PageBoundary_OfAPageThatFails_ShowsAReferenceAndNothingOfTheFault()
    {
        var page = Render<PageBoundary>(p => p.Add(c => c.ChildContent, builder =>
        {
            builder.OpenComponent<FailingPage>(0);
            builder.CloseComponent();
        }));

        Assert.Matches("^[2-9A-HJKMNP-Z]{8}$", page.Find(".error-state .mono").TextContent);
        Assert.DoesNotContain(FailingPage.Secret, page.Markup, StringComparison.Ordinal);
    }

    private sealed class FailingPage : ComponentBase
    {
        public const string Secret = "secret detail";

        protected override void OnInitialized() => throw new InvalidOperationException(Secret);
    }
}
