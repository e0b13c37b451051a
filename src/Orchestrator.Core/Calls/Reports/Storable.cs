namespace Orchestrator.Core.Calls.Reports;

internal static class Storable
{
    /// <summary>PostgreSQL has no NUL in text.</summary>
    public static string Text(string? text) => text is null ? "" : text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
}
