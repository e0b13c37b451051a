using Orchestrator.Core.Desk;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Verification;

namespace Orchestrator.Web.Components.Desk;

/// <summary>Texts in plain words.</summary>
public static class TextWords
{
    public static string Reason(SmsReason reason) => reason switch
    {
        SmsReason.BadNumber => "No phone has that number",
        SmsReason.CannotReceive => "That number gets no texts",
        SmsReason.OptedOut => "The patient answered STOP",
        SmsReason.Unreachable => "Phone off or out of reach",
        SmsReason.Account => "The clinic's account or sender",
        SmsReason.NotReached => "Twilio was not reached",
        SmsReason.NoAnswer => "Twilio did not answer",
        SmsReason.Other => "Refused for another reason",
    };

    /// <summary>What it was: "Code by text", "Second code by text", "Code by call".</summary>
    public static string What(TextRow row) => row.Kind switch
    {
        SmsKind.Notice => "Notice",
        SmsKind.Code or SmsKind.SpokenCode => $"{(row.Attempt switch { 1 => "Code", 2 => "Second code", 3 => "Third code", _ => "Further code" })} {(row.Channel == CodeChannel.Voice ? "by call" : "by text")}",
    };

    public static string Moment(TextMoment moment) => (moment.Source, moment.What) switch
    {
        (TextSource.Us, "prepared") => "We prepared it",
        (TextSource.Us, "accepted") => "Twilio took it",
        (TextSource.Us, "refused") => "It was not sent",
        (TextSource.Us, "unknown") => "No answer came; it may have gone out",
        (TextSource.Us, "abandoned") => "It never left",
        (TextSource.Us, var other) => other.Replace('_', ' '),
        (TextSource.Callback, var word) => $"Twilio reported: {Word(word)}",
        (TextSource.Asked, var word) => $"We asked, and Twilio said: {Word(word)}",
    };

    /// <summary>Colour of the dot on the timeline.</summary>
    public static string Tone(TextMoment moment) => moment.What switch
    {
        _ when !moment.IsNews => "plain",
        "delivered" => "green",
        "undelivered" or "failed" or "refused" => "red",
        "unknown" => "coral",
        _ => "plain",
    };

    public static string Icon(TextMoment moment) => moment switch
    {
        { What: "delivered" } => "message-check",
        { What: "undelivered" or "failed" or "refused" } => "alert",
        { What: "unknown" } => "question",
        { Source: TextSource.Us } => "send",
        _ => "message",
    };

    private static string Word(string word) => word switch
    {
        "undelivered" => "not delivered",
        "failed" => "failed",
        "sending" => "on its way to the carrier",
        "sent" => "with the carrier",
        "queued" or "accepted" => "waiting to be sent",
        _ => word,
    };
}
