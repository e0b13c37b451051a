using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Core.Messaging;

/// <summary>Takes a text to the adapter that its credential is for, and counts how it ended.</summary>
internal sealed class SmsGatewayRouter(SandboxSmsGateway sandbox, ITwilioGateway twilio, OrchestratorMetrics metrics, TimeProvider time) : ISmsGateway
{
    public async Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var result = await For(credential).SendAsync(credential, message, ct);
        metrics.TextSent(Name(result), time.GetElapsedTime(started));
        return result;
    }

    public Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct) =>
        For(credential).GetStatusAsync(credential, messageId, ct);

    public Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef sender, CancellationToken ct) =>
        For(credential).ProbeAsync(credential, sender, ct);

    private ISmsGateway For(SmsCredential credential) => credential switch
    {
        SandboxCredential => sandbox,
        TwilioCredential => twilio,
        _ => throw new InvalidOperationException($"No adapter is for a {credential.GetType().Name}."),
    };

    private static string Name(SmsSendResult result) => result switch
    {
        SmsSendResult.Accepted => "accepted",
        SmsSendResult.Refused => "refused",
        SmsSendResult.NotSent => "not_sent",
        SmsSendResult.Unknown => "unknown",
        _ => throw new InvalidOperationException("A send has four ends."),
    };
}
