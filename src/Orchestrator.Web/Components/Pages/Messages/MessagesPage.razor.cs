using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Messaging;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Components.Pages.Messages;

public sealed partial class MessagesPage
{
    private static readonly (string Word, string States)[] s_chips =
    [
        ("On its way", "prepared,in_flight,accepted"), ("Delivered", "delivered"), ("Not delivered", "undelivered"), ("Failed", "refused,abandoned"), ("Unclear", "unknown"),
    ];

    private static readonly (string Value, string Word)[] s_reasons =
        [.. Enum.GetValues<SmsReason>().Select(reason => (DeskQuery.Word(reason), TextWords.Reason(reason)))];

    private static readonly string[] s_filters = ["state", "reason", "from", "to", "q"];

    [Inject]
    public required TextList Texts { get; init; }

    protected override string Path => "messages";

    protected override IReadOnlyList<string> FilterNames => s_filters;

    protected override ActivityTopics Topics => ActivityTopics.Codes;

    protected override string KeyOf(TextRow row) => row.Id.ToString();

    protected override async Task<(IReadOnlyList<TextRow> Rows, string? Next)> FindAsync(CancellationToken ct)
    {
        var page = await Texts.FindAsync(Org.Context, DeskQuery.Texts(Value), After, ct);
        return (page.Rows, page.Next);
    }
}
