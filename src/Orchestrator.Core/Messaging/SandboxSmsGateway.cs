using NodaTime;

namespace Orchestrator.Core.Messaging;

/// <summary>Takes every text and shows it in <see cref="SandboxInbox"/>: for Development and for organizations marked as tests.</summary>
public sealed class SandboxSmsGateway(SandboxInbox inbox, TimeProvider time) : ISmsGateway
{
    public Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var sandbox = (SandboxCredential)credential;
        inbox.Add(new SandboxText(sandbox.Slug, message.Kind, message.To.E164, message.Body, time.GetCurrentInstant()));
        return Task.FromResult<SmsSendResult>(new SmsSendResult.Accepted($"SM{Guid.NewGuid():N}", "queued", 1));
    }

    public Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct) =>
        Task.FromResult<SmsStatus?>(SmsStatus.Queued);

    public Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef sender, CancellationToken ct) =>
        Task.FromResult(new CredentialProbe(true, "The sandbox takes every text."));
}
