namespace Orchestrator.Web.Tests.Vapi;

/// <summary>The payload cases that lie beside the repository, where they do.</summary>
internal static class SharedCases
{
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "shared", "vapi", "cases");
            if (Directory.Exists(cases))
                return cases;
        }

        return null;
    }
}
