using System.Globalization;
using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Auditing;
using Orchestrator.Web.Components.Desk;

namespace Orchestrator.Web.Components.Pages.Audit;

public sealed partial class AuditPage
{
    private static readonly (string Word, string Actor)[] s_actors = [("Voice agent", "voice:"), ("Staff", "staff:"), ("System", "job:"), ("Operator", "operator:")];

    private static readonly (string Value, string Word)[] s_actions =
    [
        ("hold.", "Holds"), ("appointment.", "Appointments"), ("code.", "Codes"), ("member.", "People"), ("report.", "Reports of calls"), ("transcript.", "Transcripts read"), ("redaction.", "Redaction"), ("credential.", "Credentials"), ("retention.", "Retention"), ("audit.", "Exports of the audit"),
    ];

    private static readonly string[] s_filters = ["actor", "action", "outcome", "subject", "from", "to"];

    [Inject]
    public required AuditLog Log { get; init; }

    protected override string Path => "audit";

    protected override IReadOnlyList<string> FilterNames => s_filters;

    protected override string KeyOf(AuditRow row) => row.Seq.ToString(CultureInfo.InvariantCulture);

    protected override async Task<(IReadOnlyList<AuditRow> Rows, string? Next)> FindAsync(CancellationToken ct)
    {
        var page = await Log.FindAsync(Org.Context, DeskQuery.Audit(Value), After, ct);
        return (page.Rows, page.Next);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Short(string subject) => subject.Length <= 13 ? subject : $"…{subject[^8..]}";
}
