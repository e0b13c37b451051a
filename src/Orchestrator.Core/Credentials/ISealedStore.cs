using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>A column of an organization's rows that holds sealed values, for sealing them again under another key.</summary>
public interface ISealedStore
{
    /// <summary>As counts name it.</summary>
    string Kind { get; }

    /// <summary>
    /// Seals up to <paramref name="limit"/> values again that are not under the active key, in one transaction with its audit
    /// row. Rows that somebody is at work on are left for the next call.
    /// </summary>
    /// <returns>How many; 0 when none was left or free.</returns>
    Task<int> RewrapAsync(OrgContext context, int limit, CancellationToken ct);

    /// <summary>Tries a few values under each key that is there: whether one of them opens.</summary>
    Task<IReadOnlyDictionary<string, bool>> TryKeysAsync(OrgContext context, CancellationToken ct);
}
