using Npgsql;
using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Hosting.Doctor;

internal sealed class DatabaseDoctor(NpgsqlDataSource source, DatabaseConnections connections) : IDoctorCheck
{
    private static readonly Version s_oldest = new(15, 0);

    public string Name => "database";

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var text = $"PostgreSQL {connection.PostgreSqlVersion} at {connection.Host}:{connection.Port} ({connections})";
        return connection.PostgreSqlVersion >= s_oldest ? Finding.Good(text) : Finding.Bad($"{text}; 15 or newer is needed");
    }
}
