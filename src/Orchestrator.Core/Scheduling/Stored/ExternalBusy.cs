using NodaTime;

namespace Orchestrator.Core.Scheduling.Stored;

/// <summary>An event of a provider's outside calendar; it blocks while it is opaque (iCalendar TRANSP) and may overlap anything.</summary>
public sealed class ExternalBusy
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    public Guid ProviderId { get; init; }

    public Instant StartsAt { get; init; }

    public Instant EndsAt { get; init; }

    public bool IsOpaque { get; init; }
}
