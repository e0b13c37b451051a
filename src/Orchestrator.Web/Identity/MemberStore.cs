using Npgsql;
using NpgsqlTypes;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>
/// The people of one organization. Every method asks the guard, works in one transaction that sees this organization only,
/// and leaves an audit row; an e-mail address never enters the audit.
/// </summary>
public sealed class MemberStore(NpgsqlDataSource source, StaffGuard guard)
{
    public async Task<IReadOnlyList<Member>> AllAsync(OrgContext context, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManagePeople, ct);
        return await RunAsync(context, async connection =>
        {
            await using var command = Command(connection, """
                select m.user_id, u.display_name, u.email, m.role, u.is_disabled, m.created_at
                  from membership m join identity_user u on u.id = m.user_id
                 where m.org_id = $1
                 order by lower(u.display_name), m.user_id
                """, context.Org.Value);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var members = new List<Member>();
            while (await reader.ReadAsync(ct))
            {
                members.Add(new Member(
                    reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Enum.Parse<StaffRole>(reader.GetString(3)), reader.GetBoolean(4),
                    reader.GetFieldValue<DateTimeOffset>(5)));
            }
            return members;
        }, ct);
    }

    /// <summary>Adds the user or changes their role.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The role is not one of an organization.</exception>
    public async Task SetRoleAsync(OrgContext context, Guid userId, StaffRole role, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(role, StaffRole.PlatformAdmin);
        await guard.RequireAsync(context, StaffTask.ManagePeople, ct);
        await RunAsync(context, async connection =>
        {
            await using var command = Command(connection, """
                insert into membership(org_id, user_id, role) values ($1, $2, $3)
                on conflict (org_id, user_id) do update set role = excluded.role where membership.role <> excluded.role
                """, context.Org.Value, userId, role.ToString());
            if (await command.ExecuteNonQueryAsync(ct) > 0)
                await AuditAsync(connection, context, "member.set_role", $"user:{userId}", role.ToString(), ct);
            return true;
        }, ct);
    }

    public async Task RemoveAsync(OrgContext context, Guid userId, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManagePeople, ct);
        await RunAsync(context, async connection =>
        {
            await using var command = Command(connection, "delete from membership where org_id = $1 and user_id = $2", context.Org.Value, userId);
            if (await command.ExecuteNonQueryAsync(ct) > 0)
                await AuditAsync(connection, context, "member.remove", $"user:{userId}", null, ct);
            return true;
        }, ct);
    }

    internal static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> arguments)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    internal async Task<T> RunAsync<T>(OrgContext context, Func<NpgsqlConnection, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var name = Command(connection, "select set_config('app.org_id', $1, true)", context.Org.ToString()))
            await name.ExecuteNonQueryAsync(ct);
        var result = await work(connection);
        await transaction.CommitAsync(ct);
        return result;
    }

    internal static async Task AuditAsync(NpgsqlConnection connection, OrgContext context, string action, string subject, string? detail, CancellationToken ct)
    {
        await using var command = Command(connection, "select append_audit($1, $2, $3, 'done', $4, null, null, $5)", context.Org.Value, context.Actor.ToString(), action, subject);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)detail ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(ct);
    }
}
