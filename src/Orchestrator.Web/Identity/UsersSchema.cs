using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Identity;

/// <summary>The users' part of the schema: its own migrations after Core's, since a membership names an organization.</summary>
internal sealed class UsersSchema : ISchemaPart
{
    public string HistoryTable => UsersDbContext.HistoryTable;

    public async Task<bool> IsCurrentAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<UsersDbContext>();
        UsersModel.Configure(options, source);
        await using var db = new UsersDbContext(options.Options);
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    public async Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<UsersDbContext>();
        UsersModel.Configure(options, ownerConnectionString);
        await using var db = new UsersDbContext(options.Options);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
            await db.Database.MigrateAsync(ct);
        return pending;
    }
}
