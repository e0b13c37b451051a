using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi;

/// <summary>When each organization was last heard from on the webhook: of this node, since its start.</summary>
public interface IWebhookPulse
{
    void Heard(OrgId org);

    /// <summary>Null when nothing has come yet.</summary>
    DateTimeOffset? LastOf(OrgId org);
}
