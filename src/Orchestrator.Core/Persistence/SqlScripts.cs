using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Orchestrator.Core.Persistence;

/// <summary>The versioned SQL files beside this class; a migration applies each once and none is edited after a release.</summary>
internal static class SqlScripts
{
    public static void Apply(MigrationBuilder migration, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            migration.Sql(Read(name));
    }

    public static string Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"{typeof(SqlScripts).Namespace}.Sql.{name}.sql")
            ?? throw new InvalidOperationException($"SQL file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
