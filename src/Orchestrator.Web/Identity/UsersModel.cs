using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Orchestrator.Web.Identity;

/// <summary>The one set of provider options that serving, migrating and design time share.</summary>
internal static class UsersModel
{
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(UsersDbContext.HistoryTable)).UseSnakeCaseNamingConvention();

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(UsersDbContext.HistoryTable)).UseSnakeCaseNamingConvention();
}
