namespace Orchestrator.Core.Scheduling;

/// <summary>Why a start cannot be booked, in the order in which it is tested; with several providers the one that came furthest counts.</summary>
public enum StartRefusal
{
    /// <summary>Nobody offers the service, or the named provider does not.</summary>
    NotOffered,

    /// <summary>The start is before now.</summary>
    Past,

    /// <summary>The local date is after today plus the horizon.</summary>
    BeyondHorizon,

    /// <summary>Ahead of now, but by less than the minimum notice.</summary>
    WithinNotice,

    /// <summary>The visit does not lie inside working hours: closed, break, time off, or it would run past the end.</summary>
    OutsideHours,

    /// <summary>Open, but not on the grid of starts.</summary>
    OffGrid,

    /// <summary>The provider, every room of the type, or every seat is taken.</summary>
    Busy,
}
