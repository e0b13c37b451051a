namespace Orchestrator.Web.Hosting.PrivatePostgres;

internal static class ProgramPath
{
    /// <summary>The first program of that name on PATH or in the system's folders, which a service's PATH may lack.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
