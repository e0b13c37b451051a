using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Desk;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Components.Pages.Today;

/// <summary>What needs somebody now. One query per change of the clinic; between changes the browser counts down by itself.</summary>
public sealed partial class TodayPage
{
    private TodayBoard? _board;
    private List<BoardHold> _needing = [];
    private List<BoardHold> _holding = [];
    private List<BoardCall> _looking = [];
    private Guid? _open;
    private Guid? _working;
    private HoldSaid? _notice;

    [Inject]
    public required DeskService Desk { get; init; }

    [Inject]
    public required IHostEnvironment Environment { get; init; }

    protected override ActivityTopics Topics => ActivityTopics.Calls | ActivityTopics.Holds | ActivityTopics.Codes;

    private bool IsDevelopment => Environment.IsDevelopment();

    protected override async Task LoadAsync(bool isRefresh, CancellationToken ct)
    {
        var board = await Desk.TodayAsync(Org.Context, ct);
        if (_working is { } id && _board?.Holds.FirstOrDefault(hold => hold.Id == id) is { } before && !board.Holds.Any(hold => hold.Id == id && IsLive(hold)))
            await TellAsync(before, board.Now, ct);
        _needing = [.. board.NeedingStaff];
        _holding = [.. board.Holds.Where(hold => !hold.NeedsStaff)];
        var holding = board.Holds.Select(hold => hold.CallId).ToHashSet();
        _looking = [.. board.Calls.Where(call => !holding.Contains(call.Id))];
        _board = board;

        // What runs out leaves the page by itself: one question at that moment, not one per second.
        if (board.Holds.Min(hold => hold.ExpiresAt) is { } next)
            AskIn((next - board.Now + Duration.FromMilliseconds(200)).ToTimeSpan());
    }

    // The card that said it may have left the page with the hold.
    private async Task DoneAsync(HoldSaid said)
    {
        _working = null;
        await RefreshAsync();
        if (_board?.Holds.Any(hold => hold.Id == said.Hold) == false)
            _notice = said;
    }

    // Somebody else was quicker than who has the question open.
    private async Task TellAsync(BoardHold hold, Instant now, CancellationToken ct)
    {
        _working = null;
        var last = (await Desk.HoldStoryAsync(Org.Context, hold.Id, ct)).LastOrDefault(entry => entry.Kind == StoryKind.Act);
        var isLapsed = hold.ExpiresAt <= now;
        if (Words is null || (!isLapsed && (last?.Actor is null || last.Actor == Org.Context.Actor.ToString())))
            return;
        var what = isLapsed ? "the time ran out, so it is open to others again." : $"{Actors.Of(last!.Actor!)} {ActWords.Of(last.What, last.Outcome ?? "", last.Detail)}. Nothing is left to do here.";
        _notice = new HoldSaid(hold.Id, $"{Words.When(hold.StartsAt, hold.ProviderId, now)}{(hold.Patient is { } patient ? $", {patient}" : "")}:", false, what);
    }

    private static bool IsLive(BoardHold hold) => hold.Status is BookingStatus.Held or BookingStatus.NeedsStaff;

    private void Open(Guid hold) => _open = hold;
}
