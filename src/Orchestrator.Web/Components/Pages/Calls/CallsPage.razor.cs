using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Desk;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Components.Pages.Calls;

public sealed partial class CallsPage
{
    private static readonly string[] s_others = ["steps"];

    private static readonly string[] s_filters = ["state", "provider", "from", "to", "q"];

    [Inject]
    public required CallList Calls { get; init; }

    protected override string Path => "calls";

    protected override IReadOnlyList<string> FilterNames => s_filters;

    protected override ActivityTopics Topics => ActivityTopics.Calls | ActivityTopics.Holds;

    protected override IReadOnlyList<string> OtherNames => s_others;

    private bool IsCounting => Value("steps") == "1";

    private CallFilter Filters => DeskQuery.Calls(Value);

    private LocalDate Today => Instant.FromDateTimeOffset(Time.GetUtcNow()).InZone(Org.Zone).Date;

    protected override string KeyOf(CallEntry row) => row.Id;

    protected override async Task<(IReadOnlyList<CallEntry> Rows, string? Next)> FindAsync(CancellationToken ct)
    {
        var page = await Calls.FindAsync(Org.Context, Filters, After, ct);
        return (page.Rows, page.Next);
    }
}
