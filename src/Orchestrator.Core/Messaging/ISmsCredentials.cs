using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>In whose name an organization's texts go out.</summary>
public interface ISmsCredentials
{
    /// <summary>The credential for sending, or none: not configured, or not readable. Asked before anything is changed.</summary>
    ValueTask<SmsCredential?> FindAsync(OrgContext context, CancellationToken ct);

    /// <summary>
    /// After the provider has refused <paramref name="refused"/>: reads what is stored now, once for all who ask at the same
    /// time. None when it is still that one, or there is none.
    /// </summary>
    ValueTask<SmsCredential?> RenewAsync(OrgContext context, SmsCredential refused, CancellationToken ct);
}
