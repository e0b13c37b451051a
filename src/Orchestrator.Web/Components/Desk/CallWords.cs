using NodaTime;
using Orchestrator.Core.Calls.Records;

namespace Orchestrator.Web.Components.Desk;

/// <summary>What happened in a call, in words.</summary>
public static class CallWords
{
    public static (string Icon, string Tone, string Said, int? TookMs) Of(CallMoment moment, ClinicWords words) => moment switch
    {
        ToolMoment tool => ("phone", ToneOf(tool.Code), ActWords.Tool(tool.Tool, tool.Code), tool.LatencyMs),
        HoldMoment { IsConfirmation: true } booked => ("calendar-check", "green", $"Booked {words.Time(booked.StartsAt)} with {booked.ProviderName}", null),
        HoldMoment held => ("hourglass", "plain", $"Kept {words.Time(held.StartsAt)} with {held.ProviderName}", null),
        TextMoment text => ("message", "plain", $"Text to the number ending {text.PhoneLastTwo}: {ActWords.Text(Orchestrator.Web.Components.Desk.DeskQuery.Word(text.State))}", null),
        _ => throw new InvalidOperationException($"A call has no {moment.GetType().Name}."),
    };

    public static string Took(int milliseconds) => milliseconds < 1000 ? $"{milliseconds} ms" : FormattableString.Invariant($"{milliseconds / 1000.0:0.0} s");

    public static string Lasted(Duration span) => span.TotalSeconds < 60
        ? $"{Math.Max(0, (int)span.TotalSeconds)} s"
        : FormattableString.Invariant($"{(int)span.TotalMinutes} min {span.Seconds:00} s");

    /// <summary>Vapi has hundreds of reasons; the frequent ones in words, the others as they are.</summary>
    public static string Ended(string reason) => reason switch
    {
        "customer-ended-call" => "The caller hung up",
        "assistant-ended-call" or "assistant-said-end-call-phrase" or "assistant-ended-call-after-message-spoken" => "The agent ended it",
        "assistant-forwarded-call" => "The agent passed it on",
        "silence-timed-out" => "Nobody spoke any more",
        "customer-busy" or "customer-did-not-answer" => "Nobody answered",
        "customer-did-not-give-microphone-permission" => "The caller's microphone was off",
        "exceeded-max-duration" => "It reached the longest time a call may take",
        "voicemail" => "A voicemail answered",
        _ => reason.Replace('-', ' ').Replace('.', ' '),
    };

    public static string Cost(decimal usd) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${usd:0.00}");

    private static string ToneOf(string? code) => code switch
    {
        "verified" or "confirmed" => "green",
        "otp_failed" or "otp_locked" or "otp_wrong" or "temporarily_unavailable" => "red",
        "needs_staff" => "coral",
        _ => "plain",
    };
}
