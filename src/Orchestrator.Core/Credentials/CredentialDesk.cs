using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>What a manager sees of the clinic's credential. Needs <see cref="StaffTask.ManageCredentials"/>.</summary>
public sealed class CredentialDesk(
    OrgDb db, CredentialVault vault, StaffGuard guard, ClinicDirectory clinics, SandboxPolicy sandbox, IOptions<CredentialOptions> options, TimeProvider time)
{
    private const int Shown = 50;
    private const int HoursShown = 24;

    public async Task<CredentialStory> ReadAsync(OrgContext context, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        var now = time.GetCurrentInstant();
        var since = HourOf(now) - Duration.FromHours(HoursShown - 1);
        var (versions, uses, sums) = await db.RunAsync(context, async (rows, token) => (
            await rows.CredentialVersions.AsNoTracking().Where(row => row.OrgId == context.Org.Value && row.Purpose == CredentialVersion.Sms)
                .OrderByDescending(row => row.Number).Take(Shown).ToListAsync(token),
            await rows.CredentialUses.AsNoTracking().Where(row => row.OrgId == context.Org.Value && row.Hour >= since).ToListAsync(token),
            await rows.CredentialUses.AsNoTracking().Where(row => row.OrgId == context.Org.Value).GroupBy(row => row.VersionId)
                .Select(group => new Sum(group.Key, group.Sum(row => (long)row.Sends), group.Sum(row => (long)row.Refused), group.Max(row => row.LastUsedAt)))
                .ToListAsync(token)), ct);

        var active = versions.Find(version => version.State == CredentialState.Active);
        var clinic = await clinics.GetAsync(context.Org, ct);
        return new CredentialStory(
            [.. versions.Select(version => View(version, active, uses, sums.Find(sum => sum.VersionId == version.Id), since, now))],
            now,
            UsesSandbox: active is null && (sandbox.IsAllowedEverywhere || clinic.IsTest),
            CanAskProvider: vault.TryOpen(active)?.AuthToken is not null,
            options.Value.RemindAfterDays);
    }

    private CredentialView View(CredentialVersion version, CredentialVersion? active, List<CredentialUse> uses, Sum? sum, Instant since, Instant now)
    {
        var account = vault.TryOpen(version);
        var hours = new int[HoursShown];
        foreach (var use in uses.Where(use => use.VersionId == version.Id))
            hours[Math.Clamp((int)(use.Hour - since).TotalHours, 0, HoursShown - 1)] += use.Sends;
        return new CredentialView
        {
            Id = version.Id,
            Number = version.Number,
            State = version.State,
            Origin = version.Origin,
            LastFour = version.LastFour,
            TokenLastFour = version.TokenLastFour,
            Fingerprint = version.Fingerprint,
            KeySid = version.KeySid,
            AccountEnds = account?.AccountSid[^4..],
            Sender = account is null ? null : account.From ?? account.MessagingServiceSid,
            IsUnreadable = version.Sealed is not null && account is null,
            IsUnmade = version is { State: CredentialState.Draft, Sealed: null },
            CreatedAt = version.CreatedAt,
            TestedAt = version.TestedAt,
            TestSays = version.TestSays,
            FailedAt = version.FailedAt,
            Failure = version.Failure,
            TextedAt = version.TextedAt,
            ActivatedAt = version.ActivatedAt,
            RetiredAt = version.RetiredAt,
            PromotedAt = version.PromotedAt,
            RevokedAt = version.RevokedAt,
            DeletedAt = version.DeletedAt,
            FreeAt = version.State == CredentialState.Retiring ? CredentialEnd.FreeAt(version, active) : null,
            IsOld = version.State == CredentialState.Active && now - version.CreatedAt >= Duration.FromDays(options.Value.RemindAfterDays),
            Sends = sum?.Sends ?? 0,
            Refused = sum?.Refused ?? 0,
            Hours = [.. hours],
            LastUsedAt = sum?.LastUsedAt,
        };
    }

    private static Instant HourOf(Instant at) => at - Duration.FromTicks(at.ToUnixTimeTicks() % NodaConstants.TicksPerHour);

    private sealed record Sum(Guid VersionId, long Sends, long Refused, Instant LastUsedAt);
}
