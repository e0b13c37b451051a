using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Desk;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Components.Pages.Calls;

public sealed partial class CallsPage
{
    private static readonly string[] s_filters = ["state", "provider", "from", "to", "q"];

    [Inject]
    public required CallList Calls { get; init; }

    protected override string Path => "calls";

    protected override IReadOnlyList<string> FilterNames => s_filters;

    protected override ActivityTopics Topics => ActivityTopics.Calls | ActivityTopics.Holds;

    protected override string KeyOf(CallRow row) => row.Id;

    protected override async Task<(IReadOnlyList<CallRow> Rows, string? Next)> FindAsync(CancellationToken ct)
    {
        var page = await Calls.FindAsync(Org.Context, DeskQuery.Calls(Value), After, ct);
        return (page.Rows, page.Next);
    }

    private static string Lasted(Duration span) => span.TotalSeconds < 60
        ? $"{Math.Max(0, (int)span.TotalSeconds)} s"
        : FormattableString.Invariant($"{(int)span.TotalMinutes} min {span.Seconds:00} s");
}
