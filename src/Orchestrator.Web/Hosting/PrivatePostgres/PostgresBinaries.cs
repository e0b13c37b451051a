using System.Globalization;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>One installation of the server programs.</summary>
internal sealed record PostgresBinaries(string Directory, int Major)
{
    public const int OldestMajor = 15;

    public string InitDb => Path.Combine(Directory, "initdb");

    public string PgCtl => Path.Combine(Directory, "pg_ctl");

    public string Postgres => Path.Combine(Directory, "postgres");

    /// <summary>What lies in a folder, whatever its version; null where a program is missing or does not run here.</summary>
    public static async Task<PostgresBinaries?> ReadAsync(string directory, CancellationToken ct)
    {
        var found = new PostgresBinaries(directory, 0);
        if (!File.Exists(found.InitDb) || !File.Exists(found.PgCtl) || !File.Exists(found.Postgres))
            return null;

        // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
        var version = await ChildProcess.RunAsync([found.Postgres, "--version"], TimeSpan.FromSeconds(10), ct);
        var number = version.Output.Split(' ').ElementAtOrDefault(2)?.TakeWhile(char.IsAsciiDigit).ToArray() ?? [];
        return version.Succeeded && int.TryParse(number, CultureInfo.InvariantCulture, out var major) ? found with { Major = major } : null;
    }
}
