using NodaTime;

namespace Orchestrator.Core.Desk;

/// <summary>Which calls; what is not set does not restrict.</summary>
public sealed record CallFilter
{
    public IReadOnlyCollection<CallState> States { get; init; } = [];

    /// <summary>Calls that held a time with this provider.</summary>
    public Guid? ProviderId { get; init; }

    /// <summary>First day, in the clinic's zone.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Last digits of a phone it held a time for, or the beginning of the call's id.</summary>
    public string? Text { get; init; }

    /// <summary>Never what somebody typed.</summary>
    public override string ToString() => "CallFilter";
}
