namespace Orchestrator.Core.Desk;

/// <summary>What somebody typed into a search box, sorted into what it can be.</summary>
internal sealed record DeskText(string? Digits, string? IdPrefix, string? Words)
{
    private const int MaxLength = 60;

    /// <summary>An id's beginning is told from a phone's end by a hyphen or a letter, or by being longer than any phone.</summary>
    public static DeskText? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (trimmed.Length > MaxLength)
            trimmed = trimmed[..MaxLength];
        var digits = new string([.. trimmed.Where(char.IsAsciiDigit)]);
        var isNumber = trimmed.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '(' or ')' or '*');
        if (isNumber && digits.Length is > 0 and <= 15)
            return new DeskText(digits, null, null);
        var isId = trimmed.Length >= 4 && trimmed.All(c => char.IsAsciiHexDigit(c) || c == '-') && digits.Length > 0;
        return isId ? new DeskText(null, trimmed.ToLowerInvariant(), null) : new DeskText(null, trimmed, trimmed);
    }

    /// <summary>The ids that begin so: from the first to the last, both inclusive; none where it is no beginning of one.</summary>
    public (Guid First, Guid Last)? IdRange()
    {
        var hex = IdPrefix?.Replace("-", "", StringComparison.Ordinal);
        return hex is { Length: > 0 and <= 32 } && Guid.TryParseExact(hex.PadRight(32, '0'), "N", out var first) && Guid.TryParseExact(hex.PadRight(32, 'f'), "N", out var last)
            ? (first, last)
            : null;
    }

    /// <summary>As a LIKE pattern that means itself.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
