namespace Orchestrator.Core.Calls;

/// <summary>What a call's row keeps of the caller's number.</summary>
internal static class CallerNumber
{
    /// <summary>The last four digits of a plain telephone number; null for a SIP address, "anonymous" and the like.</summary>
    public static string? LastFour(string? number) =>
        number is { Length: >= 8 and <= 16 } && number.AsSpan(number[0] == '+' ? 1 : 0).IndexOfAnyExceptInRange('0', '9') < 0 ? number[^4..] : null;
}
