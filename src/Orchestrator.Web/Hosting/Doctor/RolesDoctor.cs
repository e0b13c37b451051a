using Npgsql;

namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>Whether the walls between organizations bind the role that serves.</summary>
internal sealed class RolesDoctor(NpgsqlDataSource source) : IDoctorCheck
{
    public string Name => "roles";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select rolname::text,
                   rolsuper or rolbypassrls or rolcreaterole
                     or exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace)
            from pg_roles r where rolname = current_user
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var role = reader.GetString(0);
        return reader.GetBoolean(1)
            ? Finding.Bad($"{role} serves and is superuser, owner, or may bypass row-level security")
            : Finding.Good($"{role} serves and owns nothing");
    }
}
