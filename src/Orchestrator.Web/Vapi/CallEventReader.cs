using System.Text.Json;
using Orchestrator.Core.Calls;

namespace Orchestrator.Web.Vapi;

/// <summary>Reads what a message says about a call's life into Core's words. Odd values read as unknown.</summary>
internal static class CallEventReader
{
    private const string Forwarded = "assistant-forwarded-call";

    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(7);

    public static CallStarted ReadStarted(JsonElement message, CallFacts facts) => new(
        facts.Channel, facts.Direction, facts.CallerNumber, facts.CalledNumberId, Instant(message.Get("call"u8).Get("startedAt"u8)));

    public static CallEnded ReadEnded(JsonElement message, CallFacts facts)
    {
        var call = message.Get("call"u8);
        var reason = Reason(message);
        var startedAt = Instant(message.Get("startedAt"u8)) ?? Instant(call.Get("startedAt"u8));
        var endedAt = Instant(message.Get("endedAt"u8)) ?? Instant(call.Get("endedAt"u8));
        if (endedAt < startedAt)
            endedAt = null;
        return new CallEnded(
            facts.Channel,
            facts.Direction,
            facts.CallerNumber,
            facts.CalledNumberId,
            reason,
            IsTransferred(message, reason),
            startedAt,
            endedAt,
            Duration(message) ?? Between(startedAt, endedAt),
            Cost(message.Get("cost"u8)));
    }

    /// <summary>One of more than 600 words, open for more, so it stays text.</summary>
    public static string? Reason(JsonElement message) =>
        JsonText.ReadId(message.Get("endedReason"u8)) ?? JsonText.ReadId(message.Get("call"u8).Get("endedReason"u8));

    /// <summary>
    /// A transfer that failed ends with an error or with a busy operator and leaves the caller where they were.
    /// A handover to another assistant is none to a person.
    /// </summary>
    private static bool IsTransferred(JsonElement message, string? reason)
    {
        if (reason == Forwarded)
            return true;
        if (reason is not null && (reason.Contains("error", StringComparison.Ordinal) || reason.Contains("busy", StringComparison.Ordinal)))
            return false;
        var type = message.Get("destination"u8).Get("type"u8);
        return type.ValueKind is JsonValueKind.String && (type.ValueEquals("number"u8) || type.ValueEquals("sip"u8));
    }

    private static DateTimeOffset? Instant(JsonElement element) =>
        element.ValueKind is JsonValueKind.String && element.TryGetDateTimeOffset(out var instant) && instant.Year is >= 2000 and < 2200
            ? instant.ToUniversalTime()
            : null;

    private static TimeSpan? Duration(JsonElement message) =>
        Span(message.Get("durationMs"u8), 1) ?? Span(message.Get("durationSeconds"u8), 1_000);

    private static TimeSpan? Span(JsonElement element, double milliseconds) =>
        element.ValueKind is JsonValueKind.Number
        && element.TryGetDouble(out var number)
        && number >= 0
        && number * milliseconds <= LongestCall.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(number * milliseconds)
            : null;

    private static TimeSpan? Between(DateTimeOffset? startedAt, DateTimeOffset? endedAt) =>
        endedAt - startedAt is { } span && span >= TimeSpan.Zero && span <= LongestCall ? span : null;

    private static decimal? Cost(JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetDecimal(out var cost) && cost is >= 0 and < 1_000_000 ? cost : null;
}
