using NodaTime;

namespace Orchestrator.Core.Auditing;

/// <summary>Which links of the chain; what is not set does not restrict.</summary>
public sealed record AuditFilter
{
    /// <summary>The beginning of an actor, such as <c>staff:</c> or <c>voice:0198</c>.</summary>
    public string? Actor { get; init; }

    /// <summary>The beginning of an action, such as <c>hold.</c>.</summary>
    public string? Action { get; init; }

    public string? Outcome { get; init; }

    /// <summary>The beginning of the subject's or the call's id.</summary>
    public string? Subject { get; init; }

    /// <summary>First day, in the clinic's zone.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public LocalDate? To { get; init; }
}
