namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Twilio over plain HTTP: see docs/adr/0008-http-is-the-default-twilio-adapter.md.</summary>
internal sealed class HttpTwilioGateway(
    TwilioTransport transport,
    TwilioAddresses addresses,
    TwilioSender sender,
    TwilioCalls calls,
    TwilioRecords records,
    SenderProbe probe,
    StatusCallbackAddress callbacks) : ITwilioGateway
{
    public Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var twilio = (TwilioCredential)credential;
        return sender.SendAsync(
            twilio,
            message.DispatchId,
            (minimizes, token) => message.Kind == SmsKind.SpokenCode ? calls.PostAsync(twilio, message, token) : PostAsync(twilio, message, minimizes, token),
            ct);
    }

    public async Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct) =>
        (await records.GetAsync(credential, messageId, ct))?.Status;

    public Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef from, CancellationToken ct) =>
        probe.ProbeAsync(TwilioLogin.Of((TwilioCredential)credential), from, ct);

    private async Task<SendAttempt> PostAsync(TwilioCredential credential, SmsMessage message, bool minimizesRetention, CancellationToken ct)
    {
        var form = MessageForm.Write(message, credential.Sender, callbacks.For(message.DispatchId), minimizesRetention);
        return SendAttempt.Of(await transport.AskAsync(HttpMethod.Post, addresses.Messages(credential.AccountSid), TwilioLogin.Of(credential), form, ct));
    }
}
