using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Orchestrator.Core.Persistence;

/// <summary>The one set of provider options that serving, migrating and design time share.</summary>
public static class OrchestratorModel
{
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, npgsql => npgsql.UseNodaTime()).UseSnakeCaseNamingConvention();

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.UseNodaTime()).UseSnakeCaseNamingConvention();
}
