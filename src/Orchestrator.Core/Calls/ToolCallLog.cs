using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls;

/// <summary>
/// Remembers what was answered to each tool call, so that a repeated delivery gets the same bytes and causes nothing, also
/// when both arrive at once and on different instances.
/// </summary>
public sealed class ToolCallLog(OrgDb db, TimeProvider time, ActivityNotifier activity)
{
    /// <summary>Longer than any tool may take, so that a lease only runs out when its process died.</summary>
    private static readonly Duration Lease = Duration.FromSeconds(12);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(40);

    /// <summary>
    /// Gives the remembered answer of <see cref="OrgContext.ToolCallId"/>, or runs <paramref name="work"/> and remembers what
    /// it answers. A second delivery meanwhile waits for the first. When the work throws, nothing is remembered.
    /// </summary>
    public async Task<StoredAnswer> RunOnceAsync(OrgContext context, string tool, Func<CancellationToken, Task<StoredAnswer>> work, CancellationToken ct)
    {
        if (context.ToolCallId is null)
            return await work(ct);
        Instant? lease;
        while (true)
        {
            (lease, var stored) = await BeginAsync(context, tool, ct);
            if (stored is not null)
                return stored;
            if (lease is not null)
                break;
            await Task.Delay(Poll, time, ct);
        }
        try
        {
            return await RememberAsync(context, tool, await work(ct), ct);
        }
        catch
        {
            await AbandonAsync(context, lease);
            throw;
        }
    }

    /// <summary>The remembered answer of <see cref="OrgContext.ToolCallId"/>, or none.</summary>
    public Task<StoredAnswer?> FindAsync(OrgContext context, CancellationToken ct) => db.CallAsync(
        context,
        "select code, answer from find_answer($1, $2)",
        [Text(context.ToolCallId)],
        row => row.IsDBNull(1) ? null : new StoredAnswer(row.GetString(0), row.GetString(1)),
        ct);

    /// <summary>Remembers an answer unless the tool call has one; gives the one that counts.</summary>
    public async Task<StoredAnswer> RememberAsync(OrgContext context, string tool, StoredAnswer answer, CancellationToken ct)
    {
        if (context.ToolCallId is null)
            return answer;
        var kept = await db.CallAsync(
            context,
            "select code, answer from remember_answer($1, $2, $3, $4, $5, $6)",
            [Text(context.ToolCallId), Text(context.CallId), Text(tool), Text(answer.Code), Text(answer.Json)],
            row => new StoredAnswer(row.GetString(0), row.GetString(1)),
            ct);
        activity.Touch(context.Org, ActivityTopics.Calls);
        return kept;
    }

    /// <summary>The end of our lease where the tool call is ours to run, its answer where it has one; neither while another runs it.</summary>
    private Task<(Instant? Lease, StoredAnswer? Answer)> BeginAsync(OrgContext context, string tool, CancellationToken ct) => db.CallAsync(
        context,
        "select lease_until, code, answer from begin_tool_call($1, $2, $3, $4, $5)",
        [Text(context.ToolCallId), Text(context.CallId), Text(tool), Span(Lease)],
        row => (row.IsDBNull(0) ? (Instant?)null : row.GetFieldValue<Instant>(0), row.IsDBNull(2) ? null : new StoredAnswer(row.GetString(1), row.GetString(2))),
        ct);

    private async Task AbandonAsync(OrgContext context, Instant? lease)
    {
        // Its own short time: the caller's token may be what ended the work.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        try
        {
            await db.CallAsync(context, "select abandon_tool_call($1, $2, $3)", [Text(context.ToolCallId), At(lease)], _ => true, limit.Token);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            // The lease runs out by itself; the first failure is the one worth reporting.
        }
    }
}
