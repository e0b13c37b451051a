using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Desk;

/// <summary>Which holds and appointments; what is not set does not restrict.</summary>
public sealed record HoldFilter
{
    /// <summary>Any of these. A hold whose time ran out counts as expired, swept or not.</summary>
    public IReadOnlyCollection<BookingStatus> Statuses { get; init; } = [];

    public Guid? ProviderId { get; init; }

    /// <summary>First day on which it was made, in the clinic's zone.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last such day, inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Last digits of the phone, the beginning of an id, or part of the patient's name.</summary>
    public string? Text { get; init; }

    /// <summary>Never what somebody typed.</summary>
    public override string ToString() => "HoldFilter";
}
