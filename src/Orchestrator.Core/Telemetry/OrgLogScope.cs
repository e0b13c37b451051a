using Microsoft.Extensions.Logging;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Telemetry;

/// <summary>
/// The ids that every log line of one piece of work carries: <c>OrgId</c>, <c>UserId</c> (a staff member's),
/// <c>CallId</c> and <c>ToolCallId</c>. Opened once, at the edge.
/// </summary>
public static class OrgLogScope
{
    public static IDisposable? BeginOrgScope(this ILogger logger, OrgContext context)
    {
        var ids = new List<KeyValuePair<string, object>>(4) { new("OrgId", context.Org.Value) };
        if (context.Actor.Kind == ActorKind.Staff)
            ids.Add(new("UserId", context.Actor.Id));
        if (context.CallId is { } call)
            ids.Add(new("CallId", call));
        if (context.ToolCallId is { } toolCall)
            ids.Add(new("ToolCallId", toolCall));
        return logger.BeginScope(ids);
    }
}
