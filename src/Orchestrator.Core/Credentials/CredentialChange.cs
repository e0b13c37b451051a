using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>An organization's versions inside one transaction, which is alone with them until it ends.</summary>
internal sealed class CredentialChange
{
    private readonly OrgContext _context;
    private readonly OrchestratorDbContext _rows;

    private CredentialChange(OrgContext context, OrchestratorDbContext rows, List<CredentialVersion> versions) =>
        (_context, _rows, Versions) = (context, rows, versions);

    /// <summary>All of them, the oldest first.</summary>
    public List<CredentialVersion> Versions { get; }

    public CredentialVersion? Active => Versions.Find(version => version.State == CredentialState.Active);

    /// <summary>The one that is being prepared.</summary>
    public CredentialVersion? Open => Versions.Find(version => version.State is CredentialState.Draft or CredentialState.Verified);

    /// <summary>Whatever <paramref name="work"/> changed is committed with its audit rows, or none of it is.</summary>
    public static async Task<Result<T, CredentialRefusal>> RunAsync<T>(
        OrgDb db, ActivityNotifier activity, OrgContext context, Func<CredentialChange, CancellationToken, Task<Result<T, CredentialRefusal>>> work, CancellationToken ct)
        where T : notnull
    {
        try
        {
            var result = await db.RunAsync(context, async (rows, token) =>
            {
                await rows.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({context.Org.ToString()}, 15))", token);
                var versions = await rows.CredentialVersions
                    .Where(row => row.OrgId == context.Org.Value && row.Purpose == CredentialVersion.Sms).OrderBy(row => row.Number).ToListAsync(token);
                return await work(new CredentialChange(context, rows, versions), token);
            }, ct);
            activity.Touch(context.Org, ActivityTopics.Credentials | ActivityTopics.Audit);
            return result;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // An import at the same moment, which does not wait for us.
            return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
        }
    }

    public CredentialVersion? Find(Guid id) => Versions.Find(version => version.Id == id);

    public void Add(CredentialVersion version)
    {
        Versions.Add(version);
        _rows.Add(version);
    }

    public Task SaveAsync(CancellationToken ct) => _rows.SaveChangesAsync(ct);

    /// <summary>Saves, and says who did what to the version and why. Last in the transaction, save for another of its kind.</summary>
    public async Task AuditAsync(string action, string outcome, CredentialVersion version, string? why, CancellationToken ct)
    {
        await _rows.SaveChangesAsync(ct);
        var detail = why is null ? $"version {version.Number}" : $"version {version.Number}: {why}";
        await _rows.Database.ExecuteSqlAsync(
            $"select append_audit({_context.Org.Value}, {_context.Actor.ToString()}, {action}, {outcome}, {version.Id.ToString()}, null, null, {detail})", ct);
    }
}
