using Npgsql;
using Orchestrator.Core.Persistence;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

/// <summary>What every table with <c>org_id</c> must have. A new table without it fails here and not in production.</summary>
public sealed class SchemaRuleTests(TestDatabase database)
{
    private const string OrgTables = """
        select c.oid, c.relname::text as relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        """;

    // The look-ups that precede an organization have keys that are unique over all of them.
    private const string LookUps = "('dispatch_owner', 'voice_assistant', 'voice_number', 'voice_secret')";

    /// <summary>Each lists what breaks it.</summary>
    private static readonly Dictionary<string, string> s_rules = new()
    {
        ["row-level security is forced"] =
            $"select t.relname from ({OrgTables}) t join pg_class c using (oid) where not (c.relrowsecurity and c.relforcerowsecurity)",
        ["one policy for all commands compares with the setting, null-safe"] = $"""
            select relname from ({OrgTables}) t where not exists (
              select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and p.polroles = array[0::oid] and p.polwithcheck is null
                and pg_get_expr(p.polqual, t.oid) like '(org\_id = ( SELECT (NULLIF(current\_setting(''app.org\_id''::text, true), ''''::text))::uuid%')
            """,
        ["no other policy but the owner's reading of the look-ups"] = $"""
            select relname || ' ' || p.polname from ({OrgTables}) t join pg_policy p on p.polrelid = t.oid
             where p.polname <> 'org_rows' and not (
               relname in {LookUps} and p.polname = 'look_up' and p.polcmd = 'r' and p.polroles = array[(select relowner from pg_class where oid = t.oid)])
            """,
        ["there is a primary key"] =
            $"select relname from ({OrgTables}) t where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)",
        ["unique and exclusion indexes lead with org_id"] = $"""
            select i.indexrelid::regclass::text from ({OrgTables}) t join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
              left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
             where a.attname is distinct from 'org_id' and relname not in {LookUps}
            """,
        ["some index leads with org_id"] = $"""
            select relname from ({OrgTables}) t where not exists (
              select 1 from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0] where i.indrelid = t.oid and a.attname = 'org_id')
            """,
        ["foreign keys carry org_id on both sides"] = $"""
            select f.conname::text from ({OrgTables}) t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
              join pg_attribute here on here.attrelid = f.conrelid and here.attnum = f.conkey[1]
              join pg_attribute there on there.attrelid = f.confrelid and there.attnum = f.confkey[1]
             where not (here.attname = 'org_id' and (there.attname = 'org_id' or (f.confrelid = 'organization'::regclass and there.attname = 'id')))
            """,
        ["the serving role reads"] = $"select relname from ({OrgTables}) t where not has_table_privilege('{DatabaseMigrator.AppRole}', oid, 'select')",
        ["the serving role never truncates, references or adds triggers"] = $"""
            select relname || ' ' || privilege from ({OrgTables}) t, unnest(array['truncate', 'references', 'trigger']) privilege
             where has_table_privilege('{DatabaseMigrator.AppRole}', oid, privilege)
            """,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Rules => [.. s_rules.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task OrgTables_EveryOne_KeepsTheRule(string rule) => Assert.Empty(await ListAsync(s_rules[rule]));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task OrgTables_OneThatBreaksEverything_IsFoundByTheRule(string rule)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(Ct);
        await using var rolledBack = await connection.BeginTransactionAsync(Ct);
        await using (var create = new NpgsqlCommand($"""
            create table public.unguarded (id uuid unique, org_id uuid, slug text references organization(slug));
            create policy everybody on unguarded using (true);
            grant truncate on unguarded to {DatabaseMigrator.AppRole};
            """, connection))
            await create.ExecuteNonQueryAsync(Ct);

        var found = new List<string>();
        await using var command = new NpgsqlCommand(s_rules[rule], connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            found.Add(reader.GetString(0));

        Assert.NotEmpty(found);
        Assert.All(found, name => Assert.Contains("unguarded", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OrgTables_All_AreLookedAt() => Assert.Superset(
        new HashSet<string> { "booking", "otp_challenge", "otp_dispatch", "audit_event", "audit_head", "credential_version", "call", "tool_call", "voice_secret" },
        (await ListAsync($"select relname from ({OrgTables}) t")).ToHashSet());

    [Fact]
    public async Task ServingRole_Attributes_BypassNothingAndOwnNothing()
    {
        Assert.Equal(["f f f f f"], await ListAsync($"""
            select concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication) from pg_roles where rolname = '{DatabaseMigrator.AppRole}'
            """));
        Assert.Empty(await ListAsync($"select relname from pg_class where relowner = '{DatabaseMigrator.AppRole}'::regrole"));
        Assert.Empty(await ListAsync($"select roleid::regrole::text from pg_auth_members where member = '{DatabaseMigrator.AppRole}'::regrole"));
        Assert.Empty(await ListAsync($"""
            select nspname from pg_namespace where nspname !~ '^pg_' and has_schema_privilege('{DatabaseMigrator.AppRole}', oid, 'create')
            """));
    }

    [Theory]
    [InlineData("audit_event")]
    [InlineData("audit_head")]
    public async Task ServingRole_OnAudit_OnlyReads(string table) => Assert.Equal(["select"], await ListAsync($"""
        select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege where has_table_privilege('{DatabaseMigrator.AppRole}', '{table}', privilege)
        """));

    [Fact]
    public async Task ServingRole_OnRedactionPolicies_OnlyAdds() => Assert.Equal(["select", "insert"], await ListAsync($"""
        select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege where has_table_privilege('{DatabaseMigrator.AppRole}', 'redaction_policy', privilege)
        """));

    [Fact]
    public async Task ServingRole_OnOrganization_NeverChangesOrRemoves() => Assert.Empty(await ListAsync($"""
        select privilege from unnest(array['update', 'delete', 'truncate']) privilege where has_table_privilege('{DatabaseMigrator.AppRole}', 'organization', privilege)
        """));

    [Fact]
    public async Task OwnersFunctions_SecurityDefiner_AreTheKnownOnesWithAFixedSearchPath()
    {
        var definers = await ListAsync("""
            select proname || ' ' || coalesce(array_to_string(proconfig, ','), '-') || ' ' || coalesce(array_to_string(proacl, ','), '-')
              from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1
            """);

        Assert.Equal(
            ["append_audit", "org_of_dispatch", "org_of_voice_assistant", "org_of_voice_number", "org_of_voice_secret", "voice_secret_is_taken"],
            definers.Select(line => line.Split(' ')[0]));
        Assert.All(definers, line => Assert.Contains("search_path=public, pg_temp", line, StringComparison.Ordinal));
        Assert.All(definers, line => Assert.DoesNotContain(",=X/", line, StringComparison.Ordinal));
        Assert.All(definers, line => Assert.DoesNotContain(" =X/", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("create table public.mine (id int)")]
    [InlineData("alter table booking disable row level security")]
    [InlineData("drop table booking")]
    [InlineData("create policy mine on booking using (true)")]
    [InlineData("alter table audit_event disable trigger all")]
    [InlineData("truncate booking")]
    [InlineData("set role orchestrator_owner")]
    [InlineData("create or replace function app_now() returns timestamptz language sql as 'select now()'")]
    [InlineData("set session_replication_role = replica")]
    public async Task ServingRole_ChangingTheWalls_IsRefused(string statement)
    {
        await using var command = database.Source.CreateCommand(statement);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task IsCurrentAsync_AsTheServingRole_CanTell() =>
        Assert.True(await DatabaseMigrator.IsCurrentAsync(database.Source, Ct));

    private async Task<List<string>> ListAsync(string sql)
    {
        var found = new List<string>();
        await using var command = database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            found.Add(reader.GetFieldValue<object>(0).ToString()!);
        return found;
    }
}
