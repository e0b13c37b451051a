using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>What the clinic knows of a call's people, for the engine.</summary>
internal static class ReportContext
{
    public static List<KnownValue> Known(string[] people, string[] phones, string[] providers) =>
    [
        .. people.Select(name => new KnownValue(name, EntityType.Person)),
        .. phones.Select(phone => new KnownValue(phone, EntityType.PhoneNumber)),
        .. providers.Select(name => new KnownValue(name, EntityType.ProviderName)),
    ];

    /// <summary>As <c>report_context</c> tells it, within a transaction.</summary>
    public static async Task<List<KnownValue>> ReadAsync(OrgId org, string callId, OrchestratorDbContext rows, CancellationToken ct)
    {
        var row = await rows.Database.SqlQuery<Row>($"select people, phones, providers from report_context({org.Value}, {callId})").SingleAsync(ct);
        return Known(row.People, row.Phones, row.Providers);
    }

    private sealed record Row(string[] People, string[] Phones, string[] Providers);
}
