namespace Orchestrator.Web.Identity;

/// <summary>Which addresses belong to people, who get a page, and which to machines, who get a status.</summary>
internal static class PortalPaths
{
    public const string SignIn = "/account/sign-in";

    private static readonly string[] s_machines = ["/api", "/webhooks", "/health", "/metrics", "/dev", "/_blazor", "/_framework", "/_content", "/account/ping"];

    public static bool IsForPeople(PathString path) => !s_machines.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address to go on to: one of ours, whatever was asked for.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] && !returnUrl.StartsWith("//", StringComparison.Ordinal) && !returnUrl.StartsWith("/\\", StringComparison.Ordinal)
        && !returnUrl.Any(char.IsControl) && !returnUrl.StartsWith("/account/", StringComparison.OrdinalIgnoreCase)
            ? returnUrl
            : "/";
}
