using System.Text.RegularExpressions;

namespace Orchestrator.Redaction.Bench;

/// <summary>Eight patterns as many products have them, compiled by the source generator: the measure of speed.</summary>
internal static partial class Patterns
{
    public static Regex[] All { get; } = [Email(), Phone(), Card(), Ssn(), Date(), Ip(), Zip(), Url()];

    public static string Redact(string text)
    {
        foreach (var pattern in All) text = pattern.Replace(text, "[REDACTED]");
        return text;
    }

    [GeneratedRegex(@"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:\+?1[ .-]?)?\(?\b\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b|\b(?:\+44 ?|0)\d{2,4} ?\d{3,4} ?\d{3,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:\d[ -]?){13,19}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b\d{3}-\d{2}-\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ssn();

    [GeneratedRegex(@"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?:\d{1,3}\.){3}\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ip();

    [GeneratedRegex(@"\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Zip();

    [GeneratedRegex(@"\bhttps?://[^\s]+|\bwww\.[^\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
