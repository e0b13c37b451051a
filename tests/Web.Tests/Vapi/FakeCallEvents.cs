using System.Collections.Concurrent;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Tests.Vapi;

internal sealed class FakeCallEvents : ICallEvents, ICallRouting, IToolCallJournal
{
    public ConcurrentQueue<(OrgContext Context, CallStarted Call)> Started { get; } = new();

    public ConcurrentQueue<(OrgContext Context, CallEnded Call)> Ended { get; } = new();

    public ConcurrentQueue<CallReport> Reports { get; } = new();

    public ConcurrentQueue<ToolCallNote> Notes { get; } = new();

    public ConcurrentQueue<OrgContext> Stalled { get; } = new();

    public CallRoute Route { get; set; } = new(FakeVoiceCredentials.AssistantA, "+14155550199");

    public bool IsDown { get; set; }

    public bool IsHanging { get; set; }

    public Task StartedAsync(OrgContext context, CallStarted call, CancellationToken ct) => StoreAsync(() => Started.Enqueue((context, call)));

    public Task EndedAsync(OrgContext context, CallEnded call, CancellationToken ct) => StoreAsync(() => Ended.Enqueue((context, call)));

    public Task ReportedAsync(OrgContext context, CallEnded call, CallReport report, CancellationToken ct) => StoreAsync(() =>
    {
        Ended.Enqueue((context, call));
        Reports.Enqueue(report);
    });

    public void Note(ToolCallNote note) => Notes.Enqueue(note);

    public Task StalledAsync(OrgContext context, CancellationToken ct) => StoreAsync(() => Stalled.Enqueue(context));

    public ValueTask<CallRoute> RouteOfAsync(OrgContext context, CancellationToken ct) =>
        IsDown ? throw new InvalidOperationException("deadbeef") : new(Route);

    private Task StoreAsync(Action store)
    {
        if (IsDown)
            throw new InvalidOperationException("deadbeef");
        if (IsHanging)
            return new TaskCompletionSource().Task;
        store();
        return Task.CompletedTask;
    }
}
