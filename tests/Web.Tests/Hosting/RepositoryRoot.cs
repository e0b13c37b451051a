namespace Orchestrator.Web.Tests.Hosting;

internal static class RepositoryRoot
{
    /// <summary>The path of a file of the repository, found by walking up from the tests.</summary>
    public static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Orchestrator.sln")))
                return Path.Combine(folder.FullName, file);
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
