using System.Diagnostics;
using System.Globalization;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>The processes of one data folder, as the system sees them.</summary>
internal sealed class Postmaster(ServerFolder folder, ServerAccount account)
{
    private static readonly bool s_hasProc = Directory.Exists("/proc/self");

    /// <summary>What postmaster.pid says: process id and port; null where there is no file or it is half written.</summary>
    public (int Pid, int Port)? ReadPidFile()
    {
        try
        {
            var lines = File.ReadAllLines(folder.PidFile);
            return lines.Length > 3
                && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
                && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) ? (pid, port) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the process lives: a zombie, which its parent has not collected yet, does not.</summary>
    public static bool IsAlive(int pid)
    {
        if (!s_hasProc)
            return IsAliveWithoutProc(pid);

        try
        {
            // "4711 (postgres) S 1 …"; the name may hold anything, so from its closing bracket.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..] is not ['Z' or 'X', ..];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    /// <summary>
    /// Every live PostgreSQL process that works in this data folder. A postmaster killed with -9 can leave some behind for a
    /// moment, and to start beside them would corrupt the data.
    /// </summary>
    public async Task<IReadOnlyList<int>> ProcessesAsync(CancellationToken ct)
    {
        var found = new List<int>();
        if (!s_hasProc)
            return found;

        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid)
                && IsPostgres(directory) && IsAlive(pid) && await WorksHereAsync(directory, ct))
                found.Add(pid);
        }

        return found;
    }

    /// <summary>
    /// Removes a postmaster.pid whose postmaster is gone. PostgreSQL does so itself unless the process id still exists: as a
    /// zombie, for ever in a container without an init, or as another process by now.
    /// </summary>
    public async Task ClearStalePidFileAsync(CancellationToken ct)
    {
        if (!s_hasProc || !File.Exists(folder.PidFile))
            return;

        // Children notice the postmaster's death at once when idle; one in the middle of a query only at its end.
        await AwaitEndAsync(TimeSpan.FromSeconds(2), ct);
        foreach (var orphan in await ProcessesAsync(ct))
            Kill(orphan);
        if (!await AwaitEndAsync(TimeSpan.FromSeconds(15), ct))
            throw new PrivatePostgresException($"Processes of an earlier PostgreSQL server still work in {folder.PgData} and cannot be ended.");
        File.Delete(folder.PidFile);
    }

    private async Task<bool> AwaitEndAsync(TimeSpan limit, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            if (await ProcessesAsync(ct) is [])
                return true;
            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
        while (Stopwatch.GetElapsedTime(started) < limit);

        return false;
    }

    private static bool IsPostgres(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "comm")).StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<bool> WorksHereAsync(string directory, CancellationToken ct)
    {
        if (new DirectoryInfo(Path.Combine(directory, "cwd")).LinkTarget is { } target)
            return target == RealPath(folder.PgData);

        // As the server's own account: in a container root may not look at another account's processes.
        var link = await ChildProcess.RunAsync(account.Command("readlink", Path.Combine(directory, "cwd")), TimeSpan.FromSeconds(5), ct);
        return link.Output.TrimEnd('\n') == RealPath(folder.PgData);
    }

    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;

        var target = new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return target is null ? Path.Combine(RealPath(parent), Path.GetFileName(path)) : RealPath(target);
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
        }
    }

    private static bool IsAliveWithoutProc(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
