using System.Collections.Concurrent;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi;

internal sealed class WebhookPulse(TimeProvider time) : IWebhookPulse
{
    private readonly ConcurrentDictionary<OrgId, DateTimeOffset> _heard = new();

    public void Heard(OrgId org) => _heard[org] = time.GetUtcNow();

    public DateTimeOffset? LastOf(OrgId org) => _heard.TryGetValue(org, out var at) ? at : null;
}
