using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

/// <summary>What the role that serves can do to the users' tables by hand.</summary>
public sealed class MembershipWallTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("select count(*) from membership", 0)]
    [InlineData("select count(*) from invitation", 0)]
    [InlineData("select set_config('app.org_id', (select id::text from organization where slug = 'marlow'), true); select count(*) from membership", 3)]
    public async Task Memberships_ReadByHand_ShowTheNamedOrganizationOnly(string sql, long expected)
    {
        await using var source = NpgsqlDataSource.Create(portal.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        do
        {
            await reader.ReadAsync(Ct);
        }
        while (reader.GetFieldType(0) != typeof(long) && await reader.NextResultAsync(Ct));

        Assert.Equal(expected, reader.GetInt64(0));
    }

    [Theory]
    [InlineData("insert into membership(org_id, user_id, role) select o.id, u.id, 'Manager' from organization o, identity_user u limit 1", "42501")]
    [InlineData("update data_protection_key set xml = ''", "42501")]
    [InlineData("delete from data_protection_key", "42501")]
    [InlineData("drop table membership", "42501")]
    [InlineData("alter table identity_user add column x int", "42501")]
    public async Task Tables_ChangedByHand_Refuse(string sql, string state)
    {
        await using var source = NpgsqlDataSource.Create(portal.AppConnectionString);
        await using var command = source.CreateCommand(sql);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));

        Assert.Equal(state, refused.SqlState);
    }

    [Fact]
    public async Task CookieKeys_AtRest_AreSealed()
    {
        var keys = portal.Get<IKeyManager>();
        keys.CreateNewKey(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await using var source = NpgsqlDataSource.Create(portal.AppConnectionString);
        await using var command = source.CreateCommand("select string_agg(xml, ' ') from data_protection_key");

        var stored = (string)(await command.ExecuteScalarAsync(Ct))!;

        Assert.Contains("<sealed", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", stored, StringComparison.Ordinal);
        Assert.NotEmpty(keys.GetAllKeys());
        Assert.NotNull(keys.GetAllKeys().First().CreateEncryptor());
    }

    [Fact]
    public async Task Changes_ToThePeopleOfAClinic_LeaveAnUnbrokenChain()
    {
        var user = await portal.NewUserAsync("someone@people.example");
        var context = PortalFixture.Operator(portal.Marlow);
        await portal.Get<MemberStore>().SetRoleAsync(context, user, StaffRole.Receptionist, Ct);
        await portal.Get<MemberStore>().RemoveAsync(context, user, Ct);
        await portal.Get<InvitationStore>().InviteAsync(context, "another@people.example", StaffRole.Auditor, Ct);

        var walked = await portal.Get<AuditVerifier>().VerifyAsync(context, Ct);

        Assert.True(walked.IsSuccess);
        Assert.True(walked.Value.Rows >= 6);
    }
}
