using System.Globalization;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;

namespace Orchestrator.Web.Twilio;

/// <summary>The form of a status callback, once its signature is known to be good.</summary>
internal static class TwilioStatusCallback
{
    /// <summary>Null where it names no message or no status that we know: Twilio may add words.</summary>
    public static StatusReport? Read(Guid dispatchId, IReadOnlyCollection<KeyValuePair<string, string>> form)
    {
        if (Value(form, "CallSid") is { } call)
            return TwilioSid.IsCall(call) && TwilioCallWord.Read(Value(form, "CallStatus")) is { } far ? new StatusReport(dispatchId, call, far, null) : null;
        var sid = Value(form, "MessageSid") ?? Value(form, "SmsSid");
        var status = TwilioStatusWord.Read(Value(form, "MessageStatus") ?? Value(form, "SmsStatus"));
        return sid is null || !TwilioSid.IsMessage(sid) || status is not { } known
            ? null
            : new StatusReport(dispatchId, sid, known, ErrorCode(form));
    }

    private static int? ErrorCode(IReadOnlyCollection<KeyValuePair<string, string>> form) =>
        int.TryParse(Value(form, "ErrorCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code > 0 ? code : null;

    private static string? Value(IReadOnlyCollection<KeyValuePair<string, string>> form, string name) =>
        form.FirstOrDefault(field => field.Key == name).Value is { Length: > 0 } value ? value : null;
}
