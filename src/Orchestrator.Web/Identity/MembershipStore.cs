using Npgsql;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>Reads memberships by exact user, never across users; nothing is cached.</summary>
public sealed class MembershipStore(NpgsqlDataSource source) : IStaffAccess
{
    /// <summary>The user's organizations by slug; none for a disabled user.</summary>
    public async Task<IReadOnlyList<Membership>> OfAsync(Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select org_id, slug, role from memberships_of($1)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<Membership>();
        while (await reader.ReadAsync(ct))
            found.Add(new Membership(new OrgId(reader.GetGuid(0)), reader.GetString(1), Enum.Parse<StaffRole>(reader.GetString(2))));
        return found;
    }

    public async ValueTask<StaffRole?> RoleOfAsync(OrgId org, Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select staff_role($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = org.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        return await command.ExecuteScalarAsync(ct) is string role ? Enum.Parse<StaffRole>(role) : null;
    }

    public async ValueTask<bool> IsPlatformAdminAsync(Guid userId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select exists (
              select from identity_user_role ur
                join identity_role r on r.id = ur.role_id
                join identity_user u on u.id = ur.user_id
               where ur.user_id = $1 and r.name = $2 and not u.is_disabled)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PortalRole.PlatformAdmin });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
