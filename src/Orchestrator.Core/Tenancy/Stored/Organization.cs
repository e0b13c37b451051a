using NodaTime;

namespace Orchestrator.Core.Tenancy.Stored;

/// <summary>A clinic's existence and nothing else: the one row of an organization that every role may read.</summary>
public sealed class Organization
{
    public Guid Id { get; init; }

    public required string Slug { get; init; }

    public Instant CreatedAt { get; init; }
}
