using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy.Stored;

namespace Orchestrator.Core.Tenancy;

/// <summary>Makes an organization what its file says, all or nothing, in one transaction with its audit row.</summary>
public sealed class OrgImporter(OrgDb db, OrgList orgs, OrgStore store, KeyRing keys, TimeProvider time)
{
    /// <summary>Upsert by slug. Importing the same file again changes nothing.</summary>
    public async Task<Result<OrgImport, OrgFileFaults>> ImportAsync(ReadOnlyMemory<byte> utf8Json, Actor actor, CancellationToken ct)
    {
        if (!OrgFileReader.Read(utf8Json, time.GetCurrentInstant()).TryGet(out var file, out var unreadable))
            return unreadable;
        var known = await orgs.FindAsync(file.Slug, ct);
        var imported = await ImportAsync(known, file, actor, ct);
        // Somebody else may have made it at the same moment; then ours is a change of theirs.
        return !imported.IsSuccess && known is null && await orgs.FindAsync(file.Slug, ct) is { } made
            ? await ImportAsync(made, file, actor, ct)
            : imported;
    }

    private async Task<Result<OrgImport, OrgFileFaults>> ImportAsync(OrgId? known, OrgFile file, Actor actor, CancellationToken ct)
    {
        var context = new OrgContext(known ?? OrgId.New(), actor);
        var faults = new List<OrgFileFault>();
        try
        {
            var changes = await db.RunAsync(context, (rows, token) => ApplyAsync(context, file, isNew: known is null, faults, rows, token), ct);
            return new OrgImport(context.Org, file.Slug, known is null && changes.Count > 0, [.. changes]);
        }
        catch (RefusedException)
        {
            return new OrgFileFaults([.. faults]);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } conflict)
        {
            return new OrgFileFaults([new OrgFileFault("$", $"was imported at the same moment by somebody else ({conflict.TableName}); import it again.")]);
        }
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(OrgContext context, OrgFile file, bool isNew, List<OrgFileFault> faults, OrchestratorDbContext rows, CancellationToken ct)
    {
        await rows.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({file.Slug}, 2))", ct);
        var stored = isNew ? null : await store.LoadAsync(context.Org, rows, ct);
        if (stored is not null)
            file = file with { Redaction = file.Redaction.Over(stored.File.Redaction) };
        var secrets = await VoiceSecretPlan.MakeAsync(context.Org, file, rows, faults, ct);
        var twilio = await SmsCredentialPlan.MakeAsync(file.Twilio, keys, rows, faults, ct);
        if (faults.Count > 0)
            throw new RefusedException();

        List<string> changes = stored is null
            ? ["$: created"]
            : [.. OrgFileDifference.Between(stored.File, file with { Existing = OrgFileExisting.None }), .. secrets.Changes];
        if (stored is not null && twilio.IsChange && !changes.Exists(change => change.StartsWith("$.twilio", StringComparison.Ordinal)))
            changes.Add("$.twilio: secret changed");
        if (changes.Count == 0)
            return changes;

        var now = time.GetCurrentInstant();
        if (isNew)
            rows.Add(new Organization { Id = context.Org.Value, Slug = file.Slug, CreatedAt = now });
        await ApplySettingsAsync(context.Org, file, rows, ct);
        var ids = await ScheduleRows.ApplyAsync(context.Org, file, rows, ct);
        await secrets.ApplyAsync(context.Org, file, keys, rows, ct);
        if (twilio.IsChange)
            await twilio.ApplyAsync(context.Org, keys, now, rows, ct);
        await rows.SaveChangesAsync(ct);
        await ApplyRedactionAsync(context, stored?.File.Redaction.Rules, file.Redaction.Rules, rows, ct);
        if (stored is null)
            await ExistingRows.AddAsync(context.Org, file, ids, now, rows, ct);
        await rows.Database.ExecuteSqlAsync(
            $"select append_audit({context.Org.Value}, {context.Actor.ToString()}, 'organization.imported', {(isNew ? "created" : "changed")}, {context.Org.ToString()}, null, null, {Paths(changes)})",
            ct);
        return changes;
    }

    private static async Task ApplySettingsAsync(OrgId org, OrgFile file, OrchestratorDbContext rows, CancellationToken ct)
    {
        var settings = await rows.Settings.SingleOrDefaultAsync(row => row.OrgId == org.Value, ct);
        if (settings is null)
            rows.Add(settings = new OrgSettings { OrgId = org.Value, Name = file.Name, TimeZone = file.TimeZone, Country = file.Country, Locale = file.Locale });
        settings.Version++;
        settings.Name = file.Name;
        settings.TimeZone = file.TimeZone;
        settings.Country = file.Country;
        settings.Locale = file.Locale;
        settings.SlotIntervalMinutes = file.SlotIntervalMinutes;
        settings.MinNoticeMinutes = file.MinNoticeMinutes;
        settings.HorizonDays = file.HorizonDays;
        settings.HoldMinutes = file.HoldMinutes;
        settings.RetentionDays = file.RetentionDays;
        settings.TransferNumber = file.TransferNumber;
        settings.IsTest = file.IsTest;
        settings.OtpDigits = file.Otp.Digits;
        settings.OtpLifeMinutes = (int)file.Otp.Life.TotalMinutes;
        settings.OtpMaxAttempts = file.Otp.MaxAttempts;
        settings.OtpCooldownSeconds = (int)file.Otp.Cooldown.TotalSeconds;
        settings.OtpMaxSends = file.Otp.MaxSends;
        settings.OtpIsRequired = file.Otp.IsRequired;
        settings.OtpAllowedCountries = [.. file.Otp.AllowedCountries];
        await rows.SaveChangesAsync(ct);
    }

    private static async Task ApplyRedactionAsync(OrgContext context, PolicyRules? before, PolicyRules after, OrchestratorDbContext rows, CancellationToken ct)
    {
        // Not through EF Core, which would give the parameters names that the function's text does not use.
        await using var command = new NpgsqlCommand(PolicyRows.Save, (NpgsqlConnection)rows.Database.GetDbConnection());
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = context.Org.Value });
        command.Parameters.AddRange(PolicyRows.Parameters(
            context.Actor, after, seen: null, "Imported with the organization’s file.", before is null ? "first" : PolicyDifference.Between(before, after).Summary()));
        await command.ExecuteNonQueryAsync(ct);
    }

    // The audit keeps what was touched, not the values: a transfer number or a name has no business in the chain.
    private static string Paths(IEnumerable<string> changes) => string.Join(' ', changes.Select(change => change[..change.IndexOf(':', StringComparison.Ordinal)]).Distinct().Take(100));

    private sealed class RefusedException : Exception;
}
