using NodaTime;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Web.Hosting.Clock;

namespace Orchestrator.Web.Hosting.Database;

internal static class DatabaseRegistration
{
    public static void AddDatabase(this WebApplicationBuilder builder, HostDatabase database)
    {
        builder.Services.AddSingleton(database.Connections);
        builder.Services.AddSingleton<NpgsqlDataSource>(services => OrchestratorDataSource.Create(
            database.Connections.Serving, Duration.FromTimeSpan(services.GetRequiredService<ClockOffset>().Value)));
        builder.Services.AddSingleton<ISchemaPart, CoreSchema>();
        builder.Services.AddSingleton<SchemaGate>();
    }
}
