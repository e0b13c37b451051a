using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Verification;

/// <summary>
/// Asks the provider about texts whose end nobody has told: sends without an answer, and accepted ones whose callbacks were
/// lost. It only ever learns; nothing is sent again. Safe on every instance at once.
/// </summary>
/// <remarks>
/// A lost send has no message id, so its message is found among the newest to that phone: by the code in its words where the
/// provider keeps them, else by its minute where only one message is of it.
/// </remarks>
public sealed partial class DispatchReconciler
{
    private const int Batch = 20;

    /// <summary>Callbacks have come by then, as a rule.</summary>
    private static readonly Duration Quiet = Duration.FromSeconds(30);

    // The provider's clock and ours, and the time a request may take; shorter together than two texts to a phone lie apart.
    private static readonly Duration Before = Duration.FromSeconds(10);
    private static readonly Duration After = Duration.FromSeconds(19);

    private static readonly Actor Reconciler = Actor.Job("sms-reconciler");

    private readonly OrgDb _db;
    private readonly OrgList _orgs;
    private readonly ISmsCredentials _credentials;
    private readonly ISmsRecords _records;
    private readonly SmsReports _reports;
    private readonly CodeMac _mac;
    private readonly ILogger<DispatchReconciler> _logger;

    public DispatchReconciler(
        OrgDb db, OrgList orgs, ISmsCredentials credentials, ISmsRecords records, SmsReports reports, KeyRing keys, ILogger<DispatchReconciler> logger) =>
        (_db, _orgs, _credentials, _records, _reports, _mac, _logger) = (db, orgs, credentials, records, reports, new CodeMac(keys), logger);

    /// <returns>How many texts are further than before.</returns>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        var settled = 0;
        foreach (var (org, _) in await _orgs.AllAsync(ct))
            settled += await RunOnceAsync(org, ct);
        if (settled > 0)
            Log.Settled(_logger, settled);
        return settled;
    }

    internal async Task<int> RunOnceAsync(OrgId org, CancellationToken ct)
    {
        var settled = 0;
        foreach (var text in await TakeAsync(org, ct))
        {
            if (await AskAsync(org, text, ct) is { } record
                && await _reports.ApplyAsync(org, new StatusReport(text.Id, record.MessageId, record.Status, record.ErrorCode), "asked", ct) == ReportOutcome.Applied)
                settled++;
        }
        return settled;
    }

    private Task<List<Unsettled>> TakeAsync(OrgId org, CancellationToken ct) => _db.CallManyAsync(
        new OrgContext(org, Reconciler),
        "select id, provider_message_sid, phone, started_at, challenge_id, generation, key_id, mac from take_unsettled_texts($1, $2, $3)",
        [Span(Quiet), Int(Batch)],
        row => new Unsettled(
            row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetFieldValue<Instant>(3),
            row.GetGuid(4), row.GetInt32(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7)),
        ct);

    private async Task<SmsRecord?> AskAsync(OrgId org, Unsettled text, CancellationToken ct)
    {
        if (await _credentials.FindAsync(new OrgContext(org, Reconciler), ct) is not { } credential)
            return null;
        if (text.MessageId is { } known)
            return await _records.GetAsync(credential, known, ct);
        if (!PhoneNumber.TryParseE164(text.Phone, out var phone) || await _records.FindAsync(credential, phone, ct) is not { Count: > 0 } found)
            return null;
        var ours = await _db.CallAsync(
            new OrgContext(org, Reconciler), "select known_messages($1, $2)", [Texts(found.Select(one => one.MessageId))], row => row.GetFieldValue<string[]>(0), ct);
        return Pick(text, [.. found.Where(one => !ours.Contains(one.MessageId))]);
    }

    private SmsRecord? Pick(Unsettled text, IReadOnlyList<SmsRecord> candidates)
    {
        if (text.Mac is { } mac && candidates.FirstOrDefault(one => IsOf(text, mac, one.Body)) is { } certain)
            return certain;
        var ofThatTime = candidates.Where(one => one.CreatedAt >= text.StartedAt - Before && one.CreatedAt <= text.StartedAt + After
            && (text.Mac is null || one.Body is null)).ToList();
        return ofThatTime.Count == 1 ? ofThatTime[0] : null;
    }

    private bool IsOf(Unsettled text, byte[] mac, string? body) => body is not null && Code().Match(body) is { Success: true } code
        && CryptographicOperations.FixedTimeEquals(_mac.Of(text.KeyId, text.ChallengeId, text.Generation, code.Value), mac);

    /// <summary>The code is the first run of digits (<see cref="CodeMessage"/>).</summary>
    [GeneratedRegex("[0-9]{4,8}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    private sealed record Unsettled(
        Guid Id, string? MessageId, string Phone, Instant StartedAt, Guid ChallengeId, int Generation, string KeyId, byte[]? Mac)
    {
        public override string ToString() => $"Unsettled {Id}";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Asking the provider told what became of {Count} texts.")]
        public static partial void Settled(ILogger logger, int count);
    }
}
