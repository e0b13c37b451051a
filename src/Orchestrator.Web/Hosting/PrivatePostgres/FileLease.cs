namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>
/// A lock on a file between processes, which the system drops when its holder dies in whatever way (flock, through
/// FileShare). Shared: "I use the server". Exclusive: "nobody else does".
/// </summary>
internal sealed class FileLease : IDisposable
{
    private readonly FileStream _file;

    private FileLease(FileStream file) => _file = file;

    public static FileLease? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    public static FileLease? TryShared(string path)
    {
        if (!File.Exists(path))
            TryExclusive(path)?.Dispose();
        return TryOpen(path, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Waits until the holder lets go; it polls, since flock through FileShare cannot wait.</summary>
    public static async Task<FileLease> WaitExclusiveAsync(string path, TimeSpan timeout, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeout);
        try
        {
            while (true)
            {
                if (TryExclusive(path) is { } lease)
                    return lease;
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new PrivatePostgresException($"Another process has been starting or stopping the private PostgreSQL server for {timeout.TotalSeconds:0} s ({path} is locked).");
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLease? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLease(
                access == FileAccess.Read
                    ? new FileStream(path, FileMode.Open, access, share)
                    : new FileStream(path, OwnerOnly.File(FileMode.OpenOrCreate, access, share)));
        }
        catch (IOException failure) when (failure is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new PrivatePostgresException($"{path} cannot be locked by the account {Environment.UserName}.", failure);
        }
    }
}
