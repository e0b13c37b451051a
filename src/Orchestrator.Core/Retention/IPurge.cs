using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Retention;

/// <summary>One kind of row that an organization keeps for a while only. Registered ones are run daily by <see cref="RetentionPurge"/>.</summary>
public interface IPurge
{
    /// <summary>For the count and the log, such as <c>holds</c>.</summary>
    string Kind { get; }

    /// <summary>Removes at most <paramref name="limit"/> rows older than the organization keeps them, with their audit row, in one transaction.</summary>
    /// <param name="kept">How long the organization keeps what it has no other rule for.</param>
    /// <returns>How many; fewer than the limit when there are no more, or when another instance is at work.</returns>
    Task<int> PurgeAsync(OrgContext context, Duration kept, int limit, CancellationToken ct);
}
