using System.Text.Json;
using Orchestrator.Core.Telemetry;
using Orchestrator.Web.Vapi;

namespace Orchestrator.Web.Hosting.Telemetry;

/// <summary>The webhook's counts as the product's metrics.</summary>
internal sealed class WebhookMetrics(OrchestratorMetrics metrics) : IVapiMetrics
{
    public void MessageAnswered(string type, TimeSpan elapsed) => metrics.WebhookAnswered(type, elapsed);

    public void ToolAnswered(string tool, string code, TimeSpan elapsed) => metrics.ToolCallAnswered(tool, code, elapsed);

    public void Rejected(RejectionReason reason) => metrics.WebhookRejected(JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()));
}
