using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Orchestrator.Core;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>
/// Invitations: a link with 256 random bits, of which the database holds the hash, good once and for seven days. Whoever
/// opens it chooses a password, or signs in where the address has an account already.
/// </summary>
public sealed class InvitationStore(MemberStore members, StaffGuard guard, AccountStore accounts, NpgsqlDataSource source)
{
    public const int LifeDays = 7;

    public static string PathOf(string token) => $"/account/invitation/{token}";

    /// <summary>Gives the token of the link, which cannot be read again.</summary>
    public async Task<string> InviteAsync(OrgContext context, string email, StaffRole role, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(role, StaffRole.PlatformAdmin);
        await guard.RequireAsync(context, StaffTask.ManagePeople, ct);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var id = Guid.CreateVersion7();
        await members.RunAsync(context, async connection =>
        {
            await using var command = MemberStore.Command(connection, """
                insert into invitation(org_id, id, email, role, token_hash, expires_at)
                values ($1, $2, $3, $4, $5, app_now() + make_interval(days => $6))
                """, context.Org.Value, id, email, role.ToString(), HashOf(token), LifeDays);
            await command.ExecuteNonQueryAsync(ct);
            await MemberStore.AuditAsync(connection, context, "member.invite", $"invitation:{id}", role.ToString(), ct);
            return true;
        }, ct);
        return token;
    }

    /// <summary>The invitation of a link; null when it never was, was used, or ran out.</summary>
    public async Task<OpenInvitation?> FindAsync(string token, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select org_id, id, slug, email, role from invitation_of($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = HashOf(token) });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new OpenInvitation(reader.GetGuid(1), new OrgId(reader.GetGuid(0)), reader.GetString(2), reader.GetString(3), Enum.Parse<StaffRole>(reader.GetString(4)))
            : null;
    }

    /// <summary>Makes the account and the membership. Refused when the link is spent or the password is.</summary>
    public async Task<Result<PortalUser, AccountRefusal>> AcceptAsync(string token, string displayName, string password, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } invitation)
            return AccountRefusal.Of("This invitation was used already or has run out. Ask your manager for a new one.");
        var made = await accounts.CreateAsync(invitation.Email, displayName, password, ct);
        if (!made.TryGet(out var user, out _))
            return made;
        await JoinAsync(invitation, user.Id, ct);
        return user;
    }

    /// <summary>Gives a signed-in user the membership; false when the link is spent or was sent to somebody else.</summary>
    public async Task<bool> AcceptAsync(string token, Guid userId, string email, CancellationToken ct) =>
        await FindAsync(token, ct) is { } invitation
        && string.Equals(invitation.Email, email, StringComparison.OrdinalIgnoreCase)
        && await JoinAsync(invitation, userId, ct);

    private Task<bool> JoinAsync(OpenInvitation invitation, Guid userId, CancellationToken ct)
    {
        var context = new OrgContext(invitation.Org, Actor.Staff(userId));
        return members.RunAsync(context, async connection =>
        {
            await using var spend = MemberStore.Command(
                connection, "update invitation set accepted_at = app_now() where org_id = $1 and id = $2 and accepted_at is null", context.Org.Value, invitation.Id);
            if (await spend.ExecuteNonQueryAsync(ct) == 0)
                return false;
            await using var join = MemberStore.Command(connection, """
                insert into membership(org_id, user_id, role) values ($1, $2, $3)
                on conflict (org_id, user_id) do update set role = excluded.role
                """, context.Org.Value, userId, invitation.Role.ToString());
            await join.ExecuteNonQueryAsync(ct);
            await MemberStore.AuditAsync(connection, context, "member.join", $"user:{userId}", invitation.Role.ToString(), ct);
            return true;
        }, ct);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
