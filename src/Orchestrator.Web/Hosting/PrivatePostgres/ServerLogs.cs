namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>The server's log files: how many are kept and what the newest says about a failure.</summary>
internal static class ServerLogs
{
    // Each ends at 5 MB or a day, whichever is first: see ServerSettings.
    private const int Kept = 8;

    private const long StartupLogLimit = 1 << 20;

    public static void Prune(ServerFolder folder)
    {
        try
        {
            if (Directory.Exists(folder.Logs))
            {
                // Names hold the time, so their order is the files' order.
                foreach (var old in Directory.GetFiles(folder.Logs, "server-*.log").OrderDescending(StringComparer.Ordinal).Skip(Kept))
                    File.Delete(old);
            }

            if (new FileInfo(folder.StartupLog) is { Exists: true, Length: > StartupLogLimit } startup)
                startup.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process prunes the same files.
        }
    }

    /// <summary>The last complaints, newest first, without their time and process id.</summary>
    public static IReadOnlyList<string> LastComplaints(ServerFolder folder)
    {
        string[] files = [folder.StartupLog, .. Directory.Exists(folder.Logs) ? Directory.GetFiles(folder.Logs, "server-*.log") : []];
        var newest = files.Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc).Take(2);
        return [.. newest.SelectMany(file => Tail(file).Reverse()).Where(IsComplaint).Select(WithoutPrefix)];
    }

    private static bool IsComplaint(string line) =>
        line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal) || line.Contains("could not", StringComparison.Ordinal);

    private static string WithoutPrefix(string line)
    {
        var colon = line.IndexOf(":  ", StringComparison.Ordinal);
        return colon < 0 ? line.Trim() : line[(colon + 3)..].Trim();
    }

    private static string[] Tail(string file)
    {
        try
        {
            return [.. File.ReadLines(file).TakeLast(40)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
