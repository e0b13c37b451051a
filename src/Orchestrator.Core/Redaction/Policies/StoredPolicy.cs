using NodaTime;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>One version of an organization's rules. Never changed: a transcript names the version that redacted it.</summary>
public sealed class StoredPolicy
{
    public Guid OrgId { get; init; }

    /// <summary>From 1; the highest is in force.</summary>
    public int Version { get; init; }

    public required string Preset { get; init; }

    /// <summary>A JSON object of type names and actions.</summary>
    public required string Overrides { get; init; }

    public string[] AllowTerms { get; init; } = [];

    public string[] DenyTerms { get; init; } = [];

    public bool KeepsRecordings { get; init; }

    public Instant CreatedAt { get; init; }

    /// <summary>As <see cref="Tenancy.Actor.ToString"/> gives it.</summary>
    public required string CreatedBy { get; init; }

    public required string Reason { get; init; }
}
