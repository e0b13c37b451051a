using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Messaging;

/// <summary>
/// What a provider says of texts, written down (0014_messages.sql): forward only, each step audited, open pages told. The
/// organization is found by one look at one index, whoever asks and whether or not there is such a dispatch.
/// </summary>
public sealed class SmsReports(OrgDb db, NpgsqlDataSource source, ICallbackTokens tokens, ISmsCredentials credentials, ActivityNotifier activity) : IStatusCallbacks
{
    private static readonly Actor Provider = Actor.Job("sms-provider");

    public async ValueTask<CallbackOwner?> FindTokensAsync(Guid dispatchId, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select org_id, credential_version_id from org_of_dispatch($1)");
        command.Parameters.Add(Uuid(dispatchId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct) || reader.IsDBNull(0))
            return null;
        var org = new OrgId(reader.GetGuid(0));
        // A text of the sandbox was never sent, so nobody can have news of it.
        if (reader.IsDBNull(1))
            return new CallbackOwner(org, [], null);
        return new CallbackOwner(
            org, await tokens.CallbackTokensAsync(org, ct), await credentials.FindAsync(new OrgContext(org, Provider), ct) as TwilioCredential);
    }

    public Task<ReportOutcome> ApplyAsync(CallbackOwner owner, StatusReport report, CancellationToken ct) => ApplyAsync(owner.Org, report, "callback", ct);

    /// <param name="source"><c>callback</c>, or <c>asked</c> where we asked.</param>
    internal async Task<ReportOutcome> ApplyAsync(OrgId org, StatusReport report, string source, CancellationToken ct)
    {
        var (reason, isForStaff) = SmsReasons.OfReport(report.Status, report.ErrorCode);
        var outcome = await db.CallAsync(
            new OrgContext(org, Provider),
            "select outcome from report_sms($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            [
                Text(Provider.ToString()), Uuid(report.DispatchId), Text(report.MessageId), Text(SnakeCaseEnumConverter<SmsStatus>.ToName(report.Status)),
                Int(report.ErrorCode), Text(reason?.ToString()), Flag(isForStaff), Text(source),
            ],
            row => row.GetString(0),
            ct);
        if (outcome == "applied")
            activity.Touch(org, isForStaff ? ActivityTopics.Codes | ActivityTopics.Holds : ActivityTopics.Codes);
        return outcome switch
        {
            "applied" => ReportOutcome.Applied,
            "known" => ReportOutcome.Known,
            "foreign" => ReportOutcome.Foreign,
            "gone" => ReportOutcome.Gone,
            _ => throw new InvalidOperationException($"report_sms answered {outcome}."),
        };
    }
}
