using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>In whose name an organization's texts go out.</summary>
public interface ISmsCredentials
{
    /// <summary>The credential for sending, or none: not configured, or not readable. Asked before anything is changed.</summary>
    ValueTask<SmsCredential?> FindAsync(OrgContext context, CancellationToken ct);
}
