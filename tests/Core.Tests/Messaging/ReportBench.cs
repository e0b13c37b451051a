using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests.Verification;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging;

/// <summary>A clinic with a provider of its own, whose texts are reported on and asked about.</summary>
internal sealed class ReportBench : ICallbackTokens, ISmsCredentials, ISmsRecords
{
    private readonly TestDatabase _database;

    private ReportBench(TestDatabase database, CodeBench codes) => (_database, Codes) = (database, codes);

    public CodeBench Codes { get; }

    public TwilioCredential Credential { get; } = new(Guid.CreateVersion7(), "AC1", "AC1", "secret", "token", new SenderRef("+15005550006", null));

    public SmsReports Reports => new(_database.Db, _database.Source, this, this, _database.Activity);

    public DispatchReconciler Reconciler => new(
        _database.Db, new OrgList(_database.Contexts), this, this, Reports, CodeBench.Keys, NullLogger<DispatchReconciler>.Instance);

    /// <summary>What the provider remembers; only texts of this bench's phones are asked for.</summary>
    public List<(string To, SmsRecord Record)> Remembered { get; } = [];

    public int Questions { get; private set; }

    public static async Task<ReportBench> CreateAsync(TestDatabase database)
    {
        var bench = new ReportBench(database, await CodeBench.CreateAsync(database));
        bench.Codes.Credential = bench.Credential;
        return bench;
    }

    public static string Phone() => $"+4477009{Random.Shared.Next(10_000, 99_999)}";

    /// <summary>A text that left and was answered so.</summary>
    public async Task<((OrgContext Call, Hold Hold) Held, Guid Dispatch, string Sid, string Body)> SendAsync(SmsSendResult? answer = null, int hour = 0, string? phone = null)
    {
        var held = await Codes.HoldAsync(hour, phone ?? Phone());
        if (answer is not null)
            Codes.Gateway.AnswerWith(answer);
        await Codes.SendAsync(held);
        var text = Codes.Gateway.Sent[^1];
        return (held, text.DispatchId, $"SM{text.DispatchId:N}", text.Body);
    }

    /// <summary>The provider took a text to that phone so long after now.</summary>
    public void Remember((OrgContext Call, Hold Hold) held, string sid, SmsStatus status, string? body, Duration after = default) =>
        Remembered.Add((held.Hold.PatientPhone!, new SmsRecord(sid, status, null, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + after, body)));

    public async Task<ReportOutcome> ReportAsync(Guid dispatch, string sid, SmsStatus status, int? error = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var owner = await Reports.FindTokensAsync(dispatch, ct);
        return await Reports.ApplyAsync(owner!, new StatusReport(dispatch, sid, status, error), ct);
    }

    /// <summary>A text as <c>state provider-status error reason</c>.</summary>
    public Task<string> TextAsync(Guid dispatch) => _database.ScalarAsync<string>(
        Codes.Org,
        """
        select concat_ws(' ', m.state, m.provider_status, m.error_code, m.reason) from sms_message m join otp_dispatch d using (org_id, id)
         where m.id = $1 and (m.state, m.provider_status, m.error_code, m.reason) is not distinct from (d.state, d.provider_status, d.error_code, d.reason)
        """,
        dispatch);

    public Task<string> AuditAsync(string subject) => _database.ScalarAsync<string>(
        Codes.Org, "select coalesce(string_agg(action || '=' || outcome, ' ' order by seq), '') from audit_event where subject = $1 and action not like 'hold.claimed'", subject);

    ValueTask<IReadOnlyList<string>> ICallbackTokens.CallbackTokensAsync(OrgId org, CancellationToken ct) => new(["token"]);

    ValueTask<SmsCredential?> ISmsCredentials.FindAsync(OrgContext context, CancellationToken ct) => new(Codes.Credential);

    ValueTask<SmsCredential?> ISmsCredentials.RenewAsync(OrgContext context, SmsCredential refused, CancellationToken ct) => new((SmsCredential?)null);

    Task<SmsRecord?> ISmsRecords.GetAsync(SmsCredential credential, string messageId, CancellationToken ct)
    {
        Questions++;
        return Task.FromResult(Remembered.Select(one => one.Record).FirstOrDefault(record => record.MessageId == messageId));
    }

    Task<IReadOnlyList<SmsRecord>?> ISmsRecords.FindAsync(SmsCredential credential, PhoneNumber to, CancellationToken ct)
    {
        Questions++;
        return Task.FromResult<IReadOnlyList<SmsRecord>?>([.. Remembered.Where(one => one.To == to.E164).Select(one => one.Record)]);
    }
}
