using System.Globalization;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>The fields of a message to create.</summary>
internal static class MessageForm
{
    /// <summary>The longest that Twilio keeps trying; also its default, with which a code could arrive ten hours late.</summary>
    private const int LongestValiditySeconds = 36_000;

    public static int ValiditySeconds(SmsMessage message) => (int)Math.Clamp(Math.Floor(message.Validity.TotalSeconds), 1, LongestValiditySeconds);

    /// <summary>
    /// No key for idempotency among them: there is none on this operation. A messaging service goes before a number, because
    /// the protections against SMS pumping need one.
    /// </summary>
    public static List<KeyValuePair<string, string>> Write(SmsMessage message, SenderRef sender, Uri? statusCallback, bool minimizesRetention)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("To", message.To.E164),
            new("Body", message.Body),
            sender.MessagingServiceSid is { } service ? new("MessagingServiceSid", service) : new("From", sender.From ?? ""),
            new("ValidityPeriod", ValiditySeconds(message).ToString(CultureInfo.InvariantCulture)),
            new("SmartEncoded", "true"),
            new("RiskCheck", "enable"),
            new("Attempt", message.Attempt.ToString(CultureInfo.InvariantCulture)),
        };
        if (statusCallback is not null)
            form.Add(new("StatusCallback", statusCallback.AbsoluteUri));
        if (minimizesRetention)
            form.AddRange([new("ContentRetention", "discard"), new("AddressRetention", "obfuscate")]);
        return form;
    }
}
