using System.Reflection;

namespace Orchestrator.Web.Identity;

/// <summary>The versioned SQL files beside this class; a migration applies each once and none is edited after a release.</summary>
internal static class UsersSql
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(UsersSql).Namespace}.Sql.{name}.sql")
            ?? throw new InvalidOperationException($"SQL file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
