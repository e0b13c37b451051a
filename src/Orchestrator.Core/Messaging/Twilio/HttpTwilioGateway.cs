namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Twilio over plain HTTP: see docs/adr/0008-http-is-the-default-twilio-adapter.md.</summary>
internal sealed class HttpTwilioGateway(
    TwilioTransport transport,
    TwilioAddresses addresses,
    TwilioSender sender,
    SenderProbe probe,
    StatusCallbackAddress callbacks) : ITwilioGateway
{
    public Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var twilio = (TwilioCredential)credential;
        return sender.SendAsync(twilio, message.DispatchId, (minimizes, token) => PostAsync(twilio, message, minimizes, token), ct);
    }

    public async Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct)
    {
        var twilio = (TwilioCredential)credential;
        if (!TwilioSid.IsMessage(messageId))
            return null;
        var reply = await transport.ReadAsync(addresses.Message(twilio.AccountSid, messageId), TwilioLogin.Of(twilio), ct);
        return reply is TwilioReply.Answered { IsSuccess: true } answer && TwilioJson.TryOpen(answer.Body, out var message) && message.Value.Text("sid") == messageId
            ? TwilioStatusWord.Read(message.Value.Text("status"))
            : null;
    }

    public Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef from, CancellationToken ct) =>
        probe.ProbeAsync(TwilioLogin.Of((TwilioCredential)credential), from, ct);

    private async Task<SendAttempt> PostAsync(TwilioCredential credential, SmsMessage message, bool minimizesRetention, CancellationToken ct)
    {
        var form = MessageForm.Write(message, credential.Sender, callbacks.For(message.DispatchId), minimizesRetention);
        var reply = await transport.AskAsync(HttpMethod.Post, addresses.Messages(credential.AccountSid), TwilioLogin.Of(credential), form, ct);
        return reply switch
        {
            TwilioReply.NotConnected failed => new SendAttempt.NotConnected(failed.Reason),
            TwilioReply.Lost lost => new SendAttempt.Lost(lost.Reason),
            TwilioReply.Answered answer => Read(answer),
            _ => throw new InvalidOperationException("A request has three ends."),
        };
    }

    private static SendAttempt.Answered Read(TwilioReply.Answered answer)
    {
        if (!answer.IsSuccess)
            return new(answer.Status, TwilioJson.ErrorCode(answer.Body), answer.RetryAfter, null, null, null);
        return TwilioJson.TryOpen(answer.Body, out var message)
            ? new(answer.Status, null, null, message.Value.Text("sid"), message.Value.Text("status"), message.Value.Number("num_segments"))
            : new(answer.Status, null, null, null, null, null);
    }
}
