namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Installs Debian's or Ubuntu's own PostgreSQL, without the cluster that the package would start.</summary>
internal static class AptInstaller
{
    private const string ClusterSettings = "/etc/postgresql-common/createcluster.d";

    /// <summary>Why it could not, as apt-get says; null when it could.</summary>
    public static async Task<string?> InstallAsync(string apt, CancellationToken ct)
    {
        var settings = Path.Combine(ClusterSettings, "orchestrator.conf");
        try
        {
            Directory.CreateDirectory(ClusterSettings);
            await File.WriteAllTextAsync(settings, "create_main_cluster = false\n", ct);

            await ChildProcess.RunAsync(Apt(apt, "update"), TimeSpan.FromMinutes(3), ct);
            var install = await ChildProcess.RunAsync(
                Apt(apt, "install", "--yes", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", "postgresql"),
                TimeSpan.FromMinutes(10),
                ct);
            return install.Succeeded ? null : install.LastLine;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A read-only system.
            return failure.Message;
        }
        finally
        {
            // Only this installation goes without a cluster; what the operator installs later is the operator's.
            TryDelete(settings);
        }
    }

    private static IEnumerable<string> Apt(string apt, params string[] arguments) =>
        ["env", "DEBIAN_FRONTEND=noninteractive", apt, "--quiet", "-o", "DPkg::Lock::Timeout=120", .. arguments];

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }
}
