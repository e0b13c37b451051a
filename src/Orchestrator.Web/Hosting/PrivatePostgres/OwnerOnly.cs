namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Files and folders that no other account may read, from the moment they exist.</summary>
internal static class OwnerOnly
{
    public static FileStreamOptions File(FileMode mode, FileAccess access, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <param name="passable">Others may pass through to what lies inside and is theirs, but not list it.</param>
    public static void CreateDirectory(string path, bool passable)
    {
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode Pass = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, passable ? Own | Pass : Own);
    }
}
