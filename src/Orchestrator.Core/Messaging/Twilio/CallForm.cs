using System.Globalization;
using System.Security;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>The fields of a call that says a code.</summary>
internal static class CallForm
{
    /// <summary>How long it rings: some six times.</summary>
    private const int RingSeconds = 25;

    /// <summary>A call cannot come from a messaging service: whoever has no number is not asked to call.</summary>
    public static List<KeyValuePair<string, string>> Write(SmsMessage message, SenderRef sender, Uri? statusCallback)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("To", message.To.E164),
            new("From", sender.From ?? ""),
            new("Twiml", Say(message)),
            new("Timeout", RingSeconds.ToString(CultureInfo.InvariantCulture)),
        };
        if (statusCallback is not null)
            form.AddRange([new("StatusCallback", statusCallback.AbsoluteUri), new("StatusCallbackMethod", "POST")]);
        return form;
    }

    // Twice: whoever picks up needs a pencil first.
    private static string Say(SmsMessage message)
    {
        var language = message.Language is { } tag ? $" language=\"{SecurityElement.Escape(tag)}\"" : "";
        var say = $"<Say{language}>{SecurityElement.Escape(message.Body)}</Say>";
        return $"<Response><Pause length=\"1\"/>{say}<Pause length=\"2\"/>{say}</Response>";
    }
}
