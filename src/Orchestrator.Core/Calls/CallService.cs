using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls;

/// <inheritdoc cref="ICallEvents"/>
internal sealed class CallService(OrgDb db, ReportStore reports, ToolCallJournal journal, ActivityNotifier activity) : ICallEvents
{
    public async Task StartedAsync(OrgContext context, CallStarted call, CancellationToken ct)
    {
        await db.CallAsync(
            context,
            "select start_call($1, $2, $3, $4, $5, $6, $7)",
            [
                Text(context.CallId),
                Text(SnakeCaseEnumConverter<CallChannel>.ToName(call.Channel)),
                Text(SnakeCaseEnumConverter<CallDirection>.ToName(call.Direction)),
                Text(CallerNumber.LastFour(call.CallerNumber)),
                Text(call.CalledNumberId),
                CallArguments.At(call.StartedAt),
            ],
            _ => true,
            ct);
        activity.Touch(context.Org, ActivityTopics.Calls);
    }

    public async Task EndedAsync(OrgContext context, CallEnded call, CancellationToken ct)
    {
        await journal.FlushAsync(ct);
        await EndAsync(context, call, ct);
        activity.Touch(context.Org, ActivityTopics.Calls | ActivityTopics.Holds);
    }

    public async Task ReportedAsync(OrgContext context, CallEnded call, CallReport report, CancellationToken ct)
    {
        await journal.FlushAsync(ct);
        // A repeat still ends the call: its first delivery may have come before a hold that was late.
        if (!await reports.StoreAsync(context, call, report, ct))
            await EndAsync(context, call, ct);
        activity.Touch(context.Org, ActivityTopics.Calls | ActivityTopics.Holds);
    }

    public Task StalledAsync(OrgContext context, CancellationToken ct) => Task.CompletedTask;

    private Task<bool> EndAsync(OrgContext context, CallEnded call, CancellationToken ct) => db.CallAsync(
        context,
        "select released from end_call($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        CallArguments.Of(context, EndedReasons.IsWord(call.Reason) ? call : call with { Reason = null }),
        _ => true,
        ct);
}
