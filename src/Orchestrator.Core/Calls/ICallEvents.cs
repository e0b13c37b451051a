using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls;

/// <summary>
/// What the voice platform tells about calls. Every event may come twice, late or out of order; each is applied once.
/// Which call is in <see cref="OrgContext.CallId"/>, never null here.
/// </summary>
/// <remarks>
/// An implementation throws when it could not store the event. A failed closing report is then not acknowledged, so that
/// the platform sends it again; other events are notices and are dropped after one log line.
/// </remarks>
public interface ICallEvents
{
    Task StartedAsync(OrgContext context, CallStarted call, CancellationToken ct);

    /// <summary>Releases the call's unverified holds unless a person took the call over.</summary>
    Task EndedAsync(OrgContext context, CallEnded call, CancellationToken ct);

    /// <summary>
    /// As <see cref="EndedAsync"/>, and keeps the closing report, redacted in memory, in the same transaction. The first
    /// report of a call counts; a repeat changes nothing.
    /// </summary>
    Task ReportedAsync(OrgContext context, CallEnded call, CallReport report, CancellationToken ct);

    /// <summary>The agent did not react for several seconds while somebody was on the line.</summary>
    Task StalledAsync(OrgContext context, CancellationToken ct);
}
