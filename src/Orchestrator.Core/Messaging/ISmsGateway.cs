namespace Orchestrator.Core.Messaging;

/// <summary>The way out for texts. Adapters never throw for what a provider or the network does: every end has its outcome.</summary>
public interface ISmsGateway
{
    /// <summary>Hands over one text with one request; repeats it only where the first was provably not processed.</summary>
    Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct);

    /// <summary>What the provider says of a text now; null when it cannot tell.</summary>
    Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct);

    /// <summary>Whether the credential works and may send from <paramref name="sender"/>.</summary>
    Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef sender, CancellationToken ct);
}
