namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>The one request that makes Twilio call a phone and say a code. Both adapters use it.</summary>
internal sealed class TwilioCalls(TwilioTransport transport, TwilioAddresses addresses, StatusCallbackAddress callbacks)
{
    public async Task<SendAttempt> PostAsync(TwilioCredential credential, SmsMessage message, CancellationToken ct)
    {
        var form = CallForm.Write(message, credential.Sender, callbacks.For(message.DispatchId));
        return SendAttempt.Of(await transport.AskAsync(HttpMethod.Post, addresses.Calls(credential.AccountSid), TwilioLogin.Of(credential), form, ct));
    }
}
