using System.Globalization;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>
/// What lies where: <c>server.json</c> (port and passwords, 0600), <c>start.lock</c>, <c>lease</c> and the server's own
/// <c>pgdata</c>, which alone belongs to the account that runs it.
/// </summary>
internal sealed class ServerFolder
{
    private const long NeededForNewDatabase = 100L << 20;

    private ServerFolder(string home) => Home = home;

    public string Home { get; }

    public string PgData => Path.Combine(Home, "pgdata");

    public string Record => Path.Combine(Home, "server.json");

    public string StartLock => Path.Combine(Home, "start.lock");

    public string Lease => Path.Combine(Home, "lease");

    public string Logs => Path.Combine(PgData, "log");

    public string StartupLog => Path.Combine(PgData, "startup.log");

    public string Settings => Path.Combine(PgData, "orchestrator.conf");

    public string PidFile => Path.Combine(PgData, "postmaster.pid");

    public bool HasData => File.Exists(Path.Combine(PgData, "PG_VERSION"));

    /// <summary>Root's home is closed to the account that runs the server, so root's data lies under /var/lib.</summary>
    public static string DefaultHome() => Environment.IsPrivilegedProcess
        ? "/var/lib/orchestrator"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "orchestrator");

    public static ServerFolder Open(string? configured)
    {
        var home = string.IsNullOrWhiteSpace(configured) ? DefaultHome() : Path.GetFullPath(configured);
        try
        {
            OwnerOnly.CreateDirectory(home, passable: true);
            var probe = Path.Combine(home, $".write-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PrivatePostgresException($"EmbeddedPostgres:DataDirectory {home} cannot be written: {failure.Message.TrimEnd('.')}.", failure);
        }

        return new ServerFolder(home);
    }

    public int? DataMajor()
    {
        if (!HasData)
            return null;

        var version = File.ReadAllText(Path.Combine(PgData, "PG_VERSION")).Trim();
        return int.TryParse(version, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new PrivatePostgresException($"{PgData} is not a data folder of PostgreSQL {PostgresBinaries.OldestMajor} or newer (PG_VERSION says \"{version}\").");
    }

    public void RequireRoomForNewDatabase()
    {
        var free = new DriveInfo(Home).AvailableFreeSpace;
        if (free < NeededForNewDatabase)
            throw new PrivatePostgresException($"The disk of {Home} has {free >> 20} MB left; a new database needs {NeededForNewDatabase >> 20} MB.");
    }
}
