using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Twilio's ids: two letters for the kind and 32 hexadecimal digits.</summary>
public static class TwilioSid
{
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");

    public static bool IsMessage([NotNullWhen(true)] string? text) => Is(text, "SM") || Is(text, "MM");

    public static bool IsCall([NotNullWhen(true)] string? text) => Is(text, "CA");

    public static bool IsMessagingService([NotNullWhen(true)] string? text) => Is(text, "MG");

    public static bool IsAccount([NotNullWhen(true)] string? text) => Is(text, "AC");

    public static bool IsKey([NotNullWhen(true)] string? text) => Is(text, "SK");

    private static bool Is([NotNullWhen(true)] string? text, string kind) =>
        text is { Length: 34 } && text.StartsWith(kind, StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExcept(s_hex) < 0;
}
