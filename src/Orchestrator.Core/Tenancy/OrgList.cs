using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Core.Tenancy;

/// <summary>Which organizations there are: the one thing that may be read without being one.</summary>
public sealed class OrgList(IDbContextFactory<OrchestratorDbContext> contexts)
{
    public async Task<IReadOnlyList<(OrgId Id, string Slug)>> AllAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Organizations.AsNoTracking().OrderBy(org => org.Slug).Select(org => new { org.Id, org.Slug }).ToListAsync(ct);
        return rows.ConvertAll(row => (new OrgId(row.Id), row.Slug));
    }

    public async Task<OrgId?> FindAsync(string slug, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var id = await db.Organizations.AsNoTracking().Where(org => org.Slug == slug).Select(org => (Guid?)org.Id).SingleOrDefaultAsync(ct);
        return id is { } found ? new OrgId(found) : null;
    }
}
