namespace Orchestrator.Web.Components.Layout;

/// <summary>How one browser wants to see the portal; kept in a cookie that scripts write and the first rendering reads.</summary>
internal sealed record Appearance(string Theme, string Density)
{
    public const string Cookie = "appearance";

    public static Appearance Default { get; } = new("system", "comfortable");

    /// <summary>Reads <c>dark.compact</c>; anything else is the default, part by part.</summary>
    public static Appearance Of(string? cookie)
    {
        var parts = (cookie ?? "").Split('.');
        return new Appearance(
            parts[0] is "light" or "dark" ? parts[0] : Default.Theme,
            parts.Length > 1 && parts[1] == "compact" ? parts[1] : Default.Density);
    }
}
