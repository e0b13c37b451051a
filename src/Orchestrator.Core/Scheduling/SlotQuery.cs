using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>A question for free starts.</summary>
public sealed record SlotQuery
{
    public required Guid ServiceId { get; init; }

    /// <summary>Only this provider; null means any who offers the service.</summary>
    public Guid? ProviderId { get; init; }

    /// <summary>First local date of a start, in the provider's location. Past days are skipped.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Last local date of a start, included. Days beyond the horizon are skipped.</summary>
    public required LocalDate To { get; init; }

    public PartOfDay? PartOfDay { get; init; }

    public TimeWindow? Window { get; init; }

    /// <summary>Order by distance to this instant, the earlier first on a tie; null orders by time.</summary>
    public Instant? Near { get; init; }

    /// <summary>The most starts to give, cut last; null gives all.</summary>
    public int? Limit { get; init; }

    /// <summary>The call that asks: its own live holds do not stand in its way. Null means every live hold does.</summary>
    public string? CallId { get; init; }

    /// <summary>The instant of the request.</summary>
    public required Instant Now { get; init; }
}
