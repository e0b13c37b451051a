using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Desk;

namespace Orchestrator.Web.Components.Pages.Today;

/// <summary>What needs somebody now. One query per change of the clinic; between changes the browser counts down by itself.</summary>
public sealed partial class TodayPage
{
    private TodayBoard? _board;
    private List<BoardHold> _needing = [];
    private List<BoardHold> _holding = [];
    private List<BoardCall> _looking = [];
    private Guid? _open;

    [Inject]
    public required DeskService Desk { get; init; }

    [Inject]
    public required IHostEnvironment Environment { get; init; }

    protected override ActivityTopics Topics => ActivityTopics.Calls | ActivityTopics.Holds | ActivityTopics.Codes;

    private bool IsDevelopment => Environment.IsDevelopment();

    protected override async Task LoadAsync(bool isRefresh, CancellationToken ct)
    {
        var board = await Desk.TodayAsync(Org.Context, ct);
        _needing = [.. board.NeedingStaff];
        _holding = [.. board.Holds.Where(hold => !hold.NeedsStaff)];
        var holding = board.Holds.Select(hold => hold.CallId).ToHashSet();
        _looking = [.. board.Calls.Where(call => !holding.Contains(call.Id))];
        _board = board;

        // What runs out leaves the page by itself: one question at that moment, not one per second.
        if (board.Holds.Min(hold => hold.ExpiresAt) is { } next)
            AskIn((next - board.Now + Duration.FromMilliseconds(200)).ToTimeSpan());
    }

    private void Open(Guid hold) => _open = hold;
}
