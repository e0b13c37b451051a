using System.Collections.Concurrent;
using Orchestrator.Core.Messaging;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>The dispatches in memory, with the rules the store keeps.</summary>
internal sealed class MemoryStatusCallbacks : IStatusCallbacks
{
    private readonly Lock _lock = new();

    public ConcurrentDictionary<Guid, CallbackOwner> Owners { get; } = new();

    public ConcurrentDictionary<Guid, StatusReport> Known { get; } = new();

    public int Lookups { get; private set; }

    public ValueTask<CallbackOwner?> FindTokensAsync(Guid dispatchId, CancellationToken ct)
    {
        Lookups++;
        return ValueTask.FromResult(Owners.GetValueOrDefault(dispatchId));
    }

    public Task<ReportOutcome> ApplyAsync(CallbackOwner owner, StatusReport report, CancellationToken ct)
    {
        lock (_lock)
        {
            var known = Known.GetValueOrDefault(report.DispatchId);
            if (known is not null && known.MessageId != report.MessageId)
                return Task.FromResult(ReportOutcome.Foreign);
            if (!report.Status.Supersedes(known?.Status))
                return Task.FromResult(ReportOutcome.Known);
            Known[report.DispatchId] = report;
            return Task.FromResult(ReportOutcome.Applied);
        }
    }
}
