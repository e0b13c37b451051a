using Npgsql;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tenancy.Stored;
using Orchestrator.Core.Tests.Calls;
using Orchestrator.Core.Tests.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

/// <summary>No organization sees, touches or can guess at another's rows, through any table.</summary>
public sealed class RowLevelSecurityTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryTable_WithoutAnOrganization_IsEmpty()
    {
        await NewFullOrganizationAsync();

        foreach (var table in await OrgTablesAsync())
        {
            await using var command = database.Source.CreateCommand($"select count(*) from {table}");
            Assert.True((long)(await command.ExecuteScalarAsync(Ct))! == 0, table);
        }
    }

    [Fact]
    public async Task EveryTable_AsAnotherOrganization_ShowsChangesAndRemovesNothing()
    {
        var (ours, theirs) = (await NewFullOrganizationAsync(), await NewFullOrganizationAsync());

        foreach (var table in await OrgTablesAsync())
        {
            var condition = $"org_id = '{theirs}'";
            Assert.True(await database.ScalarAsync<long>(theirs, $"select count(*) from {table} where {condition}") > 0, $"The fixture has no row in {table}.");
            Assert.True(await database.ScalarAsync<long>(ours, $"select count(*) from {table} where org_id <> '{ours}'") == 0, table);
            // Nobody changes these at all.
            if (table.StartsWith("audit_", StringComparison.Ordinal) || table == "redaction_policy")
                continue;
            Assert.True(await ChangedAsync(ours, $"update {table} set org_id = org_id where {condition}") == 0, table);
            Assert.True(await ChangedAsync(ours, $"delete from {table} where {condition}") == 0, table);
        }
    }

    [Fact]
    public async Task EveryTable_WritingIntoAnotherOrganization_IsRefused()
    {
        var (ours, theirs) = (await NewFullOrganizationAsync(), await NewFullOrganizationAsync());

        foreach (var table in (await OrgTablesAsync()).Where(table => !table.StartsWith("audit_", StringComparison.Ordinal)))
        {
            var moved = await Assert.ThrowsAsync<PostgresException>(() => ChangedAsync(ours, $"update {table} set org_id = '{theirs}'"));
            Assert.True(moved.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{table}: {moved.SqlState}");
        }
    }

    [Fact]
    public async Task AppendAudit_ForAnotherOrganization_IsRefused()
    {
        var (ours, theirs) = (await NewFullOrganizationAsync(), await NewFullOrganizationAsync());

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ChangedAsync(ours, $"select append_audit('{theirs}', 'job:test', 'forged', 'ok', null, null, null, null)"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task PooledConnections_ManyOrganizationsInterleaved_NeverShowAnothersRows()
    {
        await using var small = database.SourceWith("Maximum Pool Size=4");
        var db = TestDatabase.DbOf(small);
        var clinics = new List<TestClinic>();
        for (var i = 0; i < 12; i++)
            clinics.Add(await TestClinic.CreateAsync(database));

        var leaks = await Race.CountHitsAsync("pooled connections", 1_200, () => Task.FromResult(db), async (lane, trial) =>
        {
            var clinic = clinics[trial % clinics.Count];
            if (trial % 5 == 0)
            {
                // A request that forgot to say whose it is.
                await using var forgetful = small.CreateCommand("select count(*) from provider");
                return (long)(await forgetful.ExecuteScalarAsync(Ct))! != 0;
            }
            if (trial % 5 == 1)
                await new BookingService(lane, database.Activity).ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot + Duration.FromHours(trial)), Ct);
            var seen = await lane.RunAsync(
                new OrgContext(clinic.Org, Actor.Job("test")),
                (rows, ct) => Task.FromResult(rows.Providers.Select(row => row.OrgId).Concat(rows.Bookings.Select(row => row.OrgId)).Distinct().ToList()),
                Ct);
            return seen.Count != 1 || seen[0] != clinic.Org.Value;
        });

        Assert.Equal(0, leaks);
    }

    [Fact]
    public async Task PooledConnection_AfterAFailure_NamesNoOrganization()
    {
        var org = await NewFullOrganizationAsync();
        await using var lone = database.SourceWith("Maximum Pool Size=1");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestDatabase.DbOf(lone).RunAsync<int>(new OrgContext(org, Actor.Job("test")), (_, _) => throw new InvalidOperationException("A bug."), Ct));

        await using var next = lone.CreateCommand("select coalesce(current_setting('app.org_id', true), '') || (select count(*) from booking)");
        Assert.Equal("0", await next.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task LookUps_ExactKey_NameTheOwnerAndNothingElseIsFound()
    {
        var org = await NewFullOrganizationAsync();
        var key = $"{org.Value:N}";

        Assert.Equal(org.Value, await LookUpAsync("select org_of_voice_secret($1)", SecretHash.Of(key).ToArray()));
        Assert.Equal(org.Value, await LookUpAsync("select org_of_voice_number($1, null)", $"n-{key}"));
        Assert.Equal(org.Value, await LookUpAsync("select org_of_voice_number(null, $1)", $"+{key}"));
        Assert.Equal(org.Value, await LookUpAsync("select org_of_voice_assistant($1)", $"a-{key}"));
        // A signature key is looked up by nobody: whoever has only its hash proves nothing.
        Assert.Null(await LookUpAsync("select org_of_voice_secret($1)", SecretHash.Of($"hmac-{key}").ToArray()));
        foreach (var pattern in (string[])["%", $"a-{key[..31]}", $"A-{key}", $" a-{key}", "' or true --", ""])
            Assert.Null(await LookUpAsync("select org_of_voice_assistant($1)", pattern));
        Assert.Null(await LookUpAsync("select org_of_voice_number($1, null)", "%"));
        Assert.Null(await LookUpAsync("select org_of_voice_number(null, null)", null));
        var dispatch = await database.ScalarAsync<Guid>(org, "select id from otp_dispatch");
        Assert.Equal(org.Value, await LookUpAsync("select org_id from org_of_dispatch($1)", dispatch));
        Assert.Null(await LookUpAsync("select org_id from org_of_dispatch($1)", Guid.NewGuid()));
    }

    private async Task<object?> LookUpAsync(string sql, object? key)
    {
        await using var command = database.Source.CreateCommand(sql);
        if (sql.Contains("$1", StringComparison.Ordinal))
            command.With(key);
        return await command.ExecuteScalarAsync(Ct) is Guid org ? org : null;
    }

    private async Task<List<string>> OrgTablesAsync()
    {
        var tables = new List<string>();
        await using var command = database.Owner.CreateCommand("""
            select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
             where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            tables.Add(reader.GetString(0));
        return tables;
    }

    /// <summary>As the serving role; rolled back.</summary>
    private async Task<int> ChangedAsync(OrgId org, string sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection).With(org.ToString()))
            await name.ExecuteNonQueryAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>An organization with at least one row in every table.</summary>
    private async Task<OrgId> NewFullOrganizationAsync()
    {
        var bench = await CodeBench.CreateAsync(database, rooms: 1);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var calls = new TestCalls(database);
        var started = new Core.Calls.CallStarted(Core.Calls.CallChannel.Call, Core.Calls.CallDirection.Inbound, null, null, null);
        calls.Journal.Note(new Core.Calls.ToolCallNote(held.Call with { ToolCallId = $"note-{held.Call.CallId}" }, started, "send_otp", "otp_sent", [], Instant.FromUtc(2026, 1, 1, 0, 0), TimeSpan.Zero));
        await calls.Events.ReportedAsync(
            held.Call with { CallId = $"over-{held.Call.CallId}" },
            new(started.Channel, started.Direction, null, null, null, false, null, null, null, null),
            Core.Calls.Reports.CallReport.Nothing,
            Ct);
        await database.Db.CallAsync(
            held.Call,
            "select outcome from report_sms($1, 'job:test', $2, $3, 'sent', null, null, false, 'callback')",
            [Core.Persistence.SqlValue.Uuid(bench.Gateway.Sent[^1].DispatchId), Core.Persistence.SqlValue.Text($"SM{bench.Gateway.Sent[^1].DispatchId:N}")],
            row => row.GetString(0),
            Ct);
        var key = $"{bench.Org.Value:N}";
        await database.Db.RunAsync(held.Call, async (db, ct) =>
        {
            var now = Instant.FromUtc(2026, 1, 1, 0, 0);
            var org = bench.Org.Value;
            db.Add(new StoredVoiceSecret { OrgId = org, Kind = VoiceSecretKind.Shared, Hash = SecretHash.Of(key).ToArray(), LastFour = "1234" });
            db.Add(new StoredVoiceSecret { OrgId = org, Kind = VoiceSecretKind.Hmac, Hash = SecretHash.Of($"hmac-{key}").ToArray(), Sealed = [1], LastFour = "1234" });
            db.Add(new StoredVoiceNumber { OrgId = org, Id = $"n-{key}", Number = $"+{key}" });
            db.Add(new StoredVoiceAssistant { OrgId = org, Id = $"a-{key}" });
            db.Add(new Core.Scheduling.Stored.ExternalBusy { OrgId = org, Id = Guid.CreateVersion7(), ProviderId = held.Hold.ProviderId, StartsAt = now, EndsAt = now + Duration.FromHours(1), IsOpaque = true });
            var version = Guid.CreateVersion7();
            db.Add(new Core.Credentials.CredentialVersion { OrgId = org, Id = version, Number = 1, Sealed = [1], LastFour = "1234", Fingerprint = "f", CreatedAt = now });
            db.Add(new Core.Credentials.CredentialUse { OrgId = org, VersionId = version, Hour = now, Sends = 1, LastUsedAt = now });
            db.Add(new Core.Redaction.Policies.StoredPolicy { OrgId = org, Version = 1, Preset = "pci", Overrides = "{}", CreatedAt = now, CreatedBy = "operator:test", Reason = "x" });
            db.Add(new Core.Calls.Reruns.RedactionRun { OrgId = org, Id = Guid.CreateVersion7(), PolicyVersion = 1, State = Core.Calls.Reruns.RunState.Done, StartedBy = "operator:test", StartedAt = now });
            db.Add(new StaffNote { OrgId = org, Id = Guid.CreateVersion7(), BookingId = held.Hold.Id, UserId = Guid.CreateVersion7(), At = now, Text = "x" });
            await db.SaveChangesAsync(ct);
        }, Ct);
        return bench.Org;
    }
}
