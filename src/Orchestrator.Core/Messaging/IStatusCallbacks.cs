namespace Orchestrator.Core.Messaging;

/// <summary>What the callback endpoint asks of the dispatches.</summary>
public interface IStatusCallbacks
{
    /// <summary>Whose dispatch it is and how its callbacks can be believed; null for an unknown one.</summary>
    ValueTask<CallbackOwner?> FindTokensAsync(Guid dispatchId, CancellationToken ct);

    /// <summary>
    /// Moves the dispatch forward (<see cref="SmsStatusOrder"/>), learns its message id where it had none, and refuses a report
    /// about another message than the dispatch's. May be called late, twice and in any order.
    /// </summary>
    Task<ReportOutcome> ApplyAsync(CallbackOwner owner, StatusReport report, CancellationToken ct);
}
