using System.Globalization;
using System.Text.Json;
using NodaTime;
using Orchestrator.Core.Contacts;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Reads messages and calls. An API key without the permission to sees nothing, which is no error here.</summary>
internal sealed class TwilioRecords(TwilioTransport transport, TwilioAddresses addresses) : ISmsRecords
{
    public async Task<SmsRecord?> GetAsync(SmsCredential credential, string messageId, CancellationToken ct)
    {
        if (credential is not TwilioCredential twilio || !(TwilioSid.IsMessage(messageId) || TwilioSid.IsCall(messageId)))
            return null;
        var address = TwilioSid.IsCall(messageId) ? addresses.Call(twilio.AccountSid, messageId) : addresses.Message(twilio.AccountSid, messageId);
        return await ReadAsync(twilio, address, ct) is { } found && Read(found) is { } record && record.MessageId == messageId ? record : null;
    }

    public async Task<IReadOnlyList<SmsRecord>?> FindAsync(SmsCredential credential, PhoneNumber to, CancellationToken ct)
    {
        if (credential is not TwilioCredential twilio || await ReadAsync(twilio, addresses.MessagesTo(twilio.AccountSid, to.E164), ct) is not { } page)
            return null;
        return page.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Where(message => message.Text("to") == to.E164).Select(Read).OfType<SmsRecord>()]
            : null;
    }

    private async Task<JsonElement?> ReadAsync(TwilioCredential credential, Uri address, CancellationToken ct) =>
        await transport.ReadAsync(address, TwilioLogin.Of(credential), ct) is TwilioReply.Answered { IsSuccess: true } answer && TwilioJson.TryOpen(answer.Body, out var read)
            ? read
            : null;

    private static SmsRecord? Read(JsonElement found)
    {
        var sid = found.Text("sid");
        var status = TwilioSid.IsCall(sid) ? TwilioCallWord.Read(found.Text("status")) : TwilioStatusWord.Read(found.Text("status"));
        return sid is not null && status is { } known
            ? new SmsRecord(sid, known, found.Number("error_code"), Date(found.Text("date_created")), found.Text("body"))
            : null;
    }

    private static Instant? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Instant.FromDateTimeOffset(date)
            : null;
}
