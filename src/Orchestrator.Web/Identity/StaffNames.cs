using System.Collections.Immutable;
using Npgsql;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Identity;

/// <summary>Who the people behind an organization's actors are. Names only, and only of its own members.</summary>
public sealed class StaffNames(NpgsqlDataSource source)
{
    public async Task<ActorWords> ReadAsync(OrgContext context, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection) { Parameters = { new() { Value = context.Org.ToString() } } })
            await name.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(
            "select m.user_id, u.display_name from membership m join identity_user u on u.id = m.user_id where m.org_id = $1", connection);
        command.Parameters.Add(new() { Value = context.Org.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
            names[Actor.Staff(reader.GetGuid(0)).ToString()] = reader.GetString(1);
        return new ActorWords(names.ToImmutable(), context.Actor.ToString());
    }
}
