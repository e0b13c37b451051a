using NodaTime;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Retention;

/// <summary>Remembered answers to tool calls: 30 days, or less where the organization keeps nothing that long.</summary>
internal sealed class ToolCallPurge(OrgDb db) : IPurge
{
    private static readonly Duration Longest = Duration.FromDays(30);

    public string Kind => "tool_calls";

    public Task<int> PurgeAsync(OrgContext context, Duration kept, int limit, CancellationToken ct) => db.CallAsync(
        context, "select purge_tool_calls($1, $2, $3, $4)", [Text(context.Actor.ToString()), Span(Duration.Min(kept, Longest)), Int(limit)], row => row.GetInt32(0), ct);
}
