using Npgsql;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Auditing;

/// <summary>A chain that many write at once holds, and whatever is changed in it afterwards is found and named.</summary>
public sealed class AuditChainTests(TestDatabase database)
{
    private const int Writers = 32;
    private const int RowsEach = 100;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private AuditVerifier Verifier => new(database.Db);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task AppendAudit_ManyWriters_MakesChainsWithoutGapsOrForks(int organizations)
    {
        var orgs = Enumerable.Range(0, organizations).Select(_ => OrgId.New()).ToArray();

        await Race.AtOnceAsync(Writers, async writer =>
        {
            for (var row = 0; row < RowsEach; row++)
                await AppendAsync(orgs[(writer + row) % organizations], $"w{writer}-{row}");
            return true;
        });

        var proven = 0L;
        foreach (var org in orgs)
        {
            var proof = (await VerifyAsync(org)).Value;
            proven += proof.Rows;
            Assert.Equal(proof.Rows, await database.ScalarAsync<long>(org, "select count(distinct prev_hash) from audit_event"));
            Assert.Equal(proof.Rows, await database.ScalarAsync<long>(org, "select max(seq) from audit_event"));
        }
        Race.Report($"{organizations} organization(s): {proven} of {Writers * RowsEach} rows proven");
        Assert.Equal(Writers * RowsEach, proven);
    }

    [Theory]
    [InlineData("update audit_event set outcome = 'forged' where seq = 5", 5)]
    [InlineData("update audit_event set actor = 'job:x', action = 'test' where seq = 5", 5)]
    [InlineData("update audit_event set detail = null where seq = 5", 5)]
    [InlineData("update audit_event set detail = subject, subject = detail where seq = 5", 5)]
    [InlineData("update audit_event set at = at + interval '1 microsecond' where seq = 5", 5)]
    [InlineData("update audit_event set hash = sha256('x') where seq = 5", 5)]
    [InlineData("update audit_event set prev_hash = sha256('x') where seq = 5", 5)]
    [InlineData("delete from audit_event where seq = 1", 1)]
    [InlineData("delete from audit_event where seq = 5", 5)]
    [InlineData("delete from audit_event where seq = 10", 10)]
    [InlineData("delete from audit_event", 1)]
    [InlineData("delete from audit_head", 10)]
    [InlineData("update audit_head set seq = 9, hash = (select hash from audit_event where seq = 9)", 10)]
    [InlineData("update audit_event set seq = 11 where seq = 10", 10)]
    [InlineData("insert into audit_event select org_id, 11, at, actor, action, outcome, subject, call_id, tool_call_id, detail, hash, hash from audit_event where seq = 10", 11)]
    [InlineData("with one as (delete from audit_event where seq = 5 returning *) insert into audit_event select org_id, 11, at, actor, action, outcome, subject, call_id, tool_call_id, detail, prev_hash, hash from one", 5)]
    public async Task VerifyAsync_ChangedPastEveryWall_NamesTheRow(string tampering, long row)
    {
        var org = await NewChainAsync();

        await TamperAsync(org, tampering);

        var found = (await VerifyAsync(org)).Refusal;
        Assert.Equal(row, found.Seq);
        Assert.NotEmpty(found.Reason);
    }

    [Fact]
    public async Task VerifyAsync_RowMovedToAnotherOrganization_IsFoundInBoth()
    {
        var (from, to) = (await NewChainAsync(rows: 12), await NewChainAsync(rows: 10));

        await TamperAsync(from, $"update audit_event set org_id = '{to}' where seq = 11");

        Assert.Equal(11, (await VerifyAsync(from)).Refusal.Seq);
        Assert.Equal(11, (await VerifyAsync(to)).Refusal.Seq);
    }

    [Theory]
    [InlineData("update audit_event set outcome = 'forged'")]
    [InlineData("delete from audit_event")]
    [InlineData("truncate audit_event")]
    [InlineData("update audit_head set seq = 0")]
    [InlineData("delete from audit_head")]
    [InlineData("insert into audit_head values (gen_random_uuid(), 1, '')")]
    [InlineData("insert into audit_event select org_id, seq + 100, at, actor, action, outcome, subject, call_id, tool_call_id, detail, prev_hash, hash from audit_event")]
    public async Task ServingRole_Tampering_IsRefused(string tampering)
    {
        var org = await NewChainAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(org, tampering));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.True((await VerifyAsync(org)).IsSuccess);
    }

    [Theory]
    [InlineData("update audit_event set outcome = 'forged'")]
    [InlineData("delete from audit_event where seq = 1")]
    [InlineData("truncate audit_event")]
    public async Task Owner_ByMistake_IsRefusedToo(string mistake)
    {
        var org = await NewChainAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsOwnerAsync(org, mistake));

        Assert.Equal("audit rows are never changed or removed", refused.MessageText);
    }

    [Fact]
    public async Task VerifyAsync_FieldsWithEveryKindOfText_HashAlikeInBothHalves()
    {
        var org = OrgId.New();
        foreach (var text in (string[])["", "-", "0:", "3:abc", "Zoë 中文 👩‍⚕️", "line\nbreak\ttab", new string('x', 5_000)])
            await AppendAsync(org, text, detail: text);
        await AppendAsync(org, "none", detail: null);

        Assert.Equal(8, (await VerifyAsync(org)).Value.Rows);
    }

    [Fact]
    public async Task VerifyAsync_NoRowsAtAll_IsAnEmptyProof() => Assert.Equal(0, (await VerifyAsync(OrgId.New())).Value.Rows);

    [Fact]
    public async Task VerifyAsync_WhileRowsAreAppended_IsNotDisturbed()
    {
        var org = await NewChainAsync();

        var answers = await Race.AtOnceAsync(8, async i =>
        {
            for (var n = 0; n < 25; n++)
            {
                if (i % 2 == 0)
                    await AppendAsync(org, "more");
                else if (!(await VerifyAsync(org)).IsSuccess)
                    return false;
            }
            return true;
        });

        Assert.DoesNotContain(false, answers);
    }

    private Task<Result<AuditProof, AuditBreak>> VerifyAsync(OrgId org) => Verifier.VerifyAsync(new OrgContext(org, Actor.Job("test")), Ct);

    private async Task<OrgId> NewChainAsync(int rows = 10)
    {
        var org = OrgId.New();
        for (var row = 1; row <= rows; row++)
            await AppendAsync(org, $"subject {row}");
        return org;
    }

    private Task AppendAsync(OrgId org, string subject, string? detail = "detail") =>
        ExecuteAsync(org, "select append_audit($1, 'job:test', 'test', 'ok', $2, 'call', 'tool-call', $3)", org.Value, subject, detail);

    private async Task ExecuteAsync(OrgId org, string sql, params object?[] values)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection).With(org.ToString()))
            await name.ExecuteNonQueryAsync(Ct);
        await using (var command = new NpgsqlCommand(sql, connection).With(values))
            await command.ExecuteNonQueryAsync(Ct);
        await transaction.CommitAsync(Ct);
    }

    /// <summary>As somebody who owns the tables and means harm: triggers off, row-level security not forced on the owner.</summary>
    private Task<int> TamperAsync(OrgId org, string sql)
    {
        var mine = sql.Contains("where", StringComparison.Ordinal) ? sql.Replace("where", $"where org_id = '{org}' and", StringComparison.Ordinal) : $"{sql} where org_id = '{org}'";
        return database.ExecuteAsOwnerAsync(org, $"""
            alter table audit_event disable trigger user;
            alter table audit_event no force row level security;
            {mine};
            alter table audit_event force row level security;
            alter table audit_event enable trigger user;
            """);
    }
}
