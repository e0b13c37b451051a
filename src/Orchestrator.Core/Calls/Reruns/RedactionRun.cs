using NodaTime;

namespace Orchestrator.Core.Calls.Reruns;

/// <summary>Stored transcripts of an organization redacted again.</summary>
public sealed class RedactionRun
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The version in force when it began.</summary>
    public int PolicyVersion { get; init; }

    /// <summary>Transcripts written under these versions are redacted again.</summary>
    public int[] FromVersions { get; init; } = [];

    public RunState State { get; init; }

    /// <summary>The last call that was worked on.</summary>
    public string? LastCallId { get; init; }

    /// <summary>Transcripts to redact, counted when it began.</summary>
    public int Total { get; init; }

    public int Done { get; init; }

    /// <summary>Transcripts in which something more was hidden.</summary>
    public int Changed { get; init; }

    /// <summary>Values that were hidden in addition.</summary>
    public int Hidden { get; init; }

    /// <summary>Parts withheld in addition.</summary>
    public int Withheld { get; init; }

    /// <summary>As <see cref="Tenancy.Actor.ToString"/> gives it.</summary>
    public required string StartedBy { get; init; }

    public Instant StartedAt { get; init; }

    public Instant? FinishedAt { get; init; }
}
