namespace Orchestrator.Core.Calls.Reports;

internal static class RecordingAddress
{
    private const int Longest = 2_000;

    /// <summary>The address where it is one of a web server and names no user; else none.</summary>
    public static string? Read(string? text) =>
        text is { Length: <= Longest } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0
            ? address.AbsoluteUri
            : null;
}
