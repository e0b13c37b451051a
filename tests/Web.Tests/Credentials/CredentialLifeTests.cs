using System.Security.Cryptography;
using Npgsql;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>draft, verified, active, retiring, revoked: what each step needs and what it leaves.</summary>
[Collection(RotationHosts.Name)]
public sealed class CredentialLifeTests(RotationFixture fixture)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PastedKey_TestedAndActivated_SendsAndRetiresTheOldOne()
    {
        var clinic = await fixture.NewClinicAsync();
        var key = clinic.Account.AddKey();

        var id = await clinic.ReplaceAsync(() => clinic.PasteAsync(new NewCredential(null, key.Sid, key.Secret, null, null, null)));

        Assert.Equal("retiring active", await clinic.StatesAsync());
        var credential = (TwilioCredential)(await fixture.Get<ISmsCredentials>().FindAsync(clinic.Context, Ct))!;
        Assert.Equal((id, key.Sid, clinic.Account.Token, StandInAccount.DefaultNumber), (credential.VersionId, credential.User, credential.AuthToken, credential.Sender.From));
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task PastedSecret_Wrong_CannotBeActivatedAndSaysWhy()
    {
        var clinic = await fixture.NewClinicAsync();
        var id = (await clinic.PasteAsync(new NewCredential(null, $"SK{new string('0', 32)}", "not-a-secret-at-all", null, null, null))).Value;

        var tested = await clinic.TestAsync(id);
        var activated = await clinic.ActivateAsync(id);

        Assert.Equal(CredentialRefusalKind.FailedTest, tested.Refusal.Kind);
        Assert.Contains("Twilio rejects the credential", tested.Refusal.Why, StringComparison.Ordinal);
        Assert.Equal((CredentialRefusalKind.FailedTest, tested.Refusal.Why), (activated.Refusal.Kind, activated.Refusal.Why));
        Assert.Equal("active draft", await clinic.StatesAsync());
        Assert.Equal(tested.Refusal.Why, (await clinic.StoryAsync()).Open!.Failure);
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task ActivateAsync_BrokenSinceItsTest_IsRefusedAndTheOldOneStays()
    {
        var clinic = await fixture.NewClinicAsync();
        var id = (await clinic.CreateKeyAsync()).Value;
        Assert.True((await clinic.TestAsync(id)).IsSuccess);
        clinic.Account.Keys.Clear();

        var activated = await clinic.ActivateAsync(id);

        Assert.Equal(CredentialRefusalKind.FailedTest, activated.Refusal.Kind);
        Assert.Equal("active draft", await clinic.StatesAsync());
    }

    [Fact]
    public async Task TokenBesideAKey_Wrong_FailsTheTestThoughTheKeyWorks()
    {
        var clinic = await fixture.NewClinicAsync();
        var key = clinic.Account.AddKey();
        var id = (await clinic.PasteAsync(new NewCredential(null, key.Sid, key.Secret, "0123456789abcdef0123456789abcdef", null, null))).Value;

        Assert.Contains("auth token", (await clinic.TestAsync(id)).Refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestAsync_TwilioSilent_DecidesNothing()
    {
        var clinic = await fixture.NewClinicAsync();
        var id = (await clinic.CreateKeyAsync()).Value;
        Assert.True((await clinic.TestAsync(id)).IsSuccess);
        clinic.Account.IsSilent = true;

        var tested = await clinic.TestAsync(id);

        Assert.Equal(CredentialRefusalKind.ProviderSilent, tested.Refusal.Kind);
        Assert.Equal("active verified", await clinic.StatesAsync());
        Assert.Null((await clinic.StoryAsync()).Open!.Failure);
    }

    [Theory]
    [InlineData("AC1", null, null, null, "account SID")]
    [InlineData(null, "SK1", "0123456789abcdef", null, "API key's SID")]
    [InlineData(null, "SK00000000000000000000000000000000", null, null, "come together")]
    [InlineData(null, "SK00000000000000000000000000000000", "short", null, "16 to 512")]
    [InlineData(null, null, null, "****1234", "16 to 512")]
    [InlineData(null, null, null, null, "Enter an API key")]
    [InlineData("AC00000000000000000000000000000000", null, null, "0123456789abcdef", "one sender")]
    public async Task PasteAsync_WhatCannotBeACredential_NamesTheFieldAndStoresNothing(string? account, string? key, string? secret, string? token, string says)
    {
        var clinic = await fixture.NewClinicAsync();

        var pasted = await clinic.PasteAsync(new NewCredential(account, key, secret, token, null, null));

        Assert.Equal(CredentialRefusalKind.BadInput, pasted.Refusal.Kind);
        Assert.Contains(says, pasted.Refusal.Why, StringComparison.Ordinal);
        Assert.Equal("active", await clinic.StatesAsync());
    }

    [Fact]
    public async Task TwoPeopleAtOnce_OneBeginsAndOneActivates()
    {
        var clinic = await fixture.NewClinicAsync();
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => clinic.CreateKeyAsync())));
        var id = Assert.Single(begun, result => result.IsSuccess).Value;
        Assert.All(begun.Where(result => !result.IsSuccess), result => Assert.Equal(CredentialRefusalKind.AnotherIsOpen, result.Refusal.Kind));
        Assert.True((await clinic.TestAsync(id)).IsSuccess);

        var activated = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => clinic.ActivateAsync(id))));

        Assert.Single(activated, result => result.IsSuccess);
        Assert.Equal("retiring active", await clinic.StatesAsync());
    }

    [Fact]
    public async Task EveryStep_WithoutAReason_IsRefused()
    {
        var clinic = await fixture.NewClinicAsync();
        var (drafts, end) = (fixture.Get<CredentialDrafts>(), fixture.Get<CredentialEnd>());

        Assert.Equal(CredentialRefusalKind.NoReason, (await drafts.CreateKeyAsync(clinic.Context, " ", Ct)).Refusal.Kind);
        Assert.Equal(CredentialRefusalKind.NoReason, (await end.RevokeNowAsync(clinic.Context, Guid.NewGuid(), new string('x', 201), Ct)).Refusal.Kind);
    }

    [Fact]
    public async Task WholeRotation_Audit_SaysWhoDidWhatAndWhyAndNoSecret()
    {
        var clinic = await fixture.NewClinicAsync();
        var id = await clinic.ReplaceAsync(clinic.CreateKeyAsync);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        var old = (await clinic.StoryAsync()).Retiring.Single();
        Assert.True((await clinic.RevokeAsync(old.Id)).IsSuccess);

        var rows = await AuditAsync(clinic.Org);

        Assert.Equal(
            ["credential.drafted created_key", "credential.created at_provider", "credential.tested passed", "credential.tested passed", "credential.activated replaced", "credential.revoked revoked"],
            rows.Where(row => row.Action.StartsWith("credential", StringComparison.Ordinal)).Select(row => $"{row.Action} {row.Outcome}"));
        Assert.All(rows, row => Assert.Equal("operator:test", row.Actor));
        Assert.Contains(rows, row => row.Detail == $"version 2: in place of version 1: {RotationClinic.Why}" && row.Subject == id.ToString());
        var secret = clinic.Account.Keys.Values.Single().Secret;
        Assert.All(rows, row => Assert.DoesNotContain(secret, row.Detail ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Roles_OtherThanManager_MayNothing()
    {
        var clinic = await fixture.NewClinicAsync();
        var stranger = clinic.Context with { Actor = Actor.Staff(Guid.NewGuid()) };

        await Assert.ThrowsAsync<StaffAccessException>(() => fixture.Get<CredentialDesk>().ReadAsync(stranger, Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => fixture.Get<CredentialDrafts>().CreateKeyAsync(stranger, "x", Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => fixture.Get<CredentialTests>().TestAsync(stranger, Guid.NewGuid(), Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => fixture.Get<CredentialTests>().SendTextAsync(stranger, Guid.NewGuid(), "+12025550166", Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => fixture.Get<CredentialSwitch>().ActivateAsync(stranger, Guid.NewGuid(), "x", Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => fixture.Get<CredentialEnd>().RevokeNowAsync(stranger, Guid.NewGuid(), "x", Ct));
    }

    [Theory]
    [InlineData("update credential_version set state = 'active' where state = 'draft'")]
    [InlineData("update credential_version set state = 'revoked', sealed = sealed where state = 'draft'")]
    [InlineData("update credential_version set state = 'draft' where state = 'active'")]
    [InlineData("update credential_version set number = 9 where state = 'draft'")]
    [InlineData("update credential_version set sealed = null where state = 'active'")]
    public async Task Database_WhatMayNeverBe_IsRefusedWhoeverWrites(string sql)
    {
        var clinic = await fixture.NewClinicAsync();
        Assert.True((await clinic.CreateKeyAsync()).IsSuccess);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => fixture.ExecuteAsync(clinic.Org, sql));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task SealedValue_MovedFlippedOrRenumbered_IsRefused()
    {
        var (ours, theirs) = (await fixture.NewClinicAsync(), await fixture.NewClinicAsync());
        var keys = fixture.Get<KeyRing>();
        var vault = fixture.Get<CredentialVault>();
        var mine = (await vault.ReadAsync(ours.Context, Ct)).Single();
        var other = (await vault.ReadAsync(theirs.Context, Ct)).Single();
        Assert.NotNull(vault.TryOpen(mine));

        var refused = 0;
        void Refuse(byte[] blob, string purpose)
        {
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(blob, purpose));
            refused++;
        }
        for (var bit = 0; bit < mine.Sealed!.Length * 8; bit++)
        {
            var flipped = (byte[])mine.Sealed.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Refuse(flipped, mine.SealPurpose);
        }
        Refuse(mine.Sealed, other.SealPurpose);
        for (var i = 0; i < 260; i++)
        {
            // Another organization, another credential, another version, another purpose.
            Refuse(mine.Sealed, new CredentialVersion { OrgId = Guid.NewGuid(), Id = mine.Id, Number = mine.Number, LastFour = "", Fingerprint = "" }.SealPurpose);
            Refuse(mine.Sealed, new CredentialVersion { OrgId = mine.OrgId, Id = Guid.NewGuid(), Number = mine.Number, LastFour = "", Fingerprint = "" }.SealPurpose);
            Refuse(mine.Sealed, new CredentialVersion { OrgId = mine.OrgId, Id = mine.Id, Number = mine.Number + 1 + i, LastFour = "", Fingerprint = "" }.SealPurpose);
            Refuse(mine.Sealed, new CredentialVersion { OrgId = mine.OrgId, Id = mine.Id, Number = mine.Number, Purpose = $"p{i}", LastFour = "", Fingerprint = "" }.SealPurpose);
        }
        Assert.True(refused >= 260);
        TestContext.Current.TestOutputHelper?.WriteLine($"{refused} moved or flipped values refused.");
    }

    private async Task<List<(string Actor, string Action, string Outcome, string? Subject, string? Detail)>> AuditAsync(OrgId org)
    {
        await using var connection = await fixture.Get<NpgsqlDataSource>().OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection) { Parameters = { new() { Value = org.ToString() } } })
            await name.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand("select actor, action, outcome, subject, detail from audit_event order by seq", connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<(string, string, string, string?, string?)>();
        while (await reader.ReadAsync(Ct))
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        return rows;
    }
}
