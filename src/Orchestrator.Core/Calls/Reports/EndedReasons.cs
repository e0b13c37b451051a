using System.Buffers;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>Tells the platform's words for why a call ended (over 600, an open list) from text that might be anything.</summary>
internal static class EndedReasons
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");

    /// <summary>One word of letters, dots and hyphens, with no more digits in a row than an HTTP status has.</summary>
    public static bool IsWord(string? reason)
    {
        if (reason is null || reason.AsSpan().ContainsAnyExcept(Letters))
            return false;
        var digits = 0;
        foreach (var character in reason)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits > 3)
                return false;
        }

        return true;
    }
}
