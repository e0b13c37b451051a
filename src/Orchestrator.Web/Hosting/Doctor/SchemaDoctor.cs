using Npgsql;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Web.Hosting.Doctor;

internal sealed class SchemaDoctor(NpgsqlDataSource source) : IDoctorCheck
{
    public string Name => "schema";

    public async Task<Finding> CheckAsync(CancellationToken ct) => await DatabaseMigrator.IsCurrentAsync(source, ct)
        ? Finding.Good("current")
        : Finding.Bad("older than this version; run migrate");
}
