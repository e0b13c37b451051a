using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls;

/// <inheritdoc cref="ICallEvents"/>
public sealed class CallService(OrgDb db, ActivityNotifier activity) : ICallEvents
{
    public async Task StartedAsync(OrgContext context, CallStarted call, CancellationToken ct)
    {
        await db.CallAsync(
            context,
            "select start_call($1, $2, $3)",
            [Text(context.CallId), At(ToInstant(call.StartedAt))],
            _ => true,
            ct);
        activity.Touch(context.Org, ActivityTopics.Calls);
    }

    public async Task EndedAsync(OrgContext context, CallEnded call, CancellationToken ct)
    {
        await db.CallAsync(
            context,
            "select released from end_call($1, $2, $3, $4, $5, $6, $7)",
            [
                Text(context.Actor.ToString()), Text(context.CallId), At(ToInstant(call.StartedAt)), At(ToInstant(call.EndedAt)),
                Text(call.Reason), Flag(call.TransferredToPerson),
            ],
            _ => true,
            ct);
        activity.Touch(context.Org, ActivityTopics.Calls | ActivityTopics.Holds);
    }

    public Task StalledAsync(OrgContext context, CancellationToken ct) => Task.CompletedTask;

    private static Instant? ToInstant(DateTimeOffset? at) => at is { } known ? Instant.FromDateTimeOffset(known) : null;
}
