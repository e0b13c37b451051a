using Microsoft.AspNetCore.Components;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Desk;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Components.Pages.Holds;

public sealed partial class HoldsPage
{
    private static readonly (string Word, string Statuses)[] s_chips =
    [
        ("Held", "held"), ("Needs staff", "needs_staff"), ("Booked", "booked"), ("Released", "released"), ("Expired", "expired"),
    ];

    private static readonly string[] s_filters = ["status", "provider", "from", "to", "q"];

    [Inject]
    public required HoldList Holds { get; init; }

    protected override string Path => "holds";

    protected override IReadOnlyList<string> FilterNames => s_filters;

    protected override ActivityTopics Topics => ActivityTopics.Holds;

    private Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    protected override string KeyOf(HoldRow row) => row.Id.ToString();

    protected override async Task<(IReadOnlyList<HoldRow> Rows, string? Next)> FindAsync(CancellationToken ct)
    {
        var page = await Holds.FindAsync(Org.Context, DeskQuery.Holds(Value), After, ct);
        return (page.Rows, page.Next);
    }
}
