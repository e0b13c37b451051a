using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Hosting.Doctor;

internal sealed class SchemaDoctor(SchemaGate gate) : IDoctorCheck
{
    public const string Key = "schema";

    public string Name => Key;

    public async Task<Finding> CheckAsync(CancellationToken ct) => await gate.IsCurrentAsync(ct)
        ? Finding.Good("current")
        : Finding.Bad("older than this version; run migrate");
}
