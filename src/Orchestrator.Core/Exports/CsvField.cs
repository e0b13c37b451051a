using System.Buffers;

namespace Orchestrator.Core.Exports;

/// <summary>One field of a CSV file (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvField
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",\r\n\t;'");

    /// <remarks>
    /// What begins like a formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection), the
    /// full-width forms too, which spreadsheets of East Asian locales read alike. White space before it does not help.
    /// </remarks>
    public static string Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var start = value.AsSpan().TrimStart();
        var isFormula = value[0] is '\t' or '\r' or '\n' || (!start.IsEmpty && start[0] is '=' or '+' or '-' or '@' or '|' or '＝' or '＋' or '－' or '＠');
        var safe = isFormula ? "'" + value : value;
        return safe.AsSpan().ContainsAny(s_quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
