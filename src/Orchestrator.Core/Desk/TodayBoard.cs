using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Desk;

/// <summary>Everything that Today shows, as of one moment of the database's clock.</summary>
/// <param name="Now">That moment: what countdowns start from.</param>
/// <param name="Holds">Live holds, and what the calls on the line have booked; those that lapse first come first.</param>
/// <param name="Calls">Calls on the line, the longest first.</param>
/// <param name="Visits">The day's appointments in order.</param>
/// <param name="CallsByHour">Of the clinic's day, from its midnight.</param>
public sealed record TodayBoard(
    Instant Now,
    IReadOnlyList<BoardHold> Holds,
    IReadOnlyList<BoardCall> Calls,
    IReadOnlyList<BoardVisit> Visits,
    IReadOnlyList<int> CallsByHour,
    IReadOnlyList<int> BookedByHour,
    IReadOnlyList<int> CodesByHour,
    IReadOnlyList<int> StaffByHour)
{
    /// <summary>Holds that wait for a person: handed over by the agent, or left by a call that went on to a person.</summary>
    public IEnumerable<BoardHold> NeedingStaff => Holds.Where(hold => hold.NeedsStaff);

    /// <summary>Live holds whose caller has been texted a code and has not read it back.</summary>
    public int WaitingForCode => Holds.Count(hold => hold.IsWaitingForCode);
}
