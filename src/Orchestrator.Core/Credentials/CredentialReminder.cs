using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Core.Credentials;

/// <summary>Looks at every clinic's active secret: which is too old, which does not work. Counted, logged, and what <c>doctor</c> tells.</summary>
public sealed partial class CredentialReminder(
    OrgDb db, OrgList orgs, IOptions<CredentialOptions> options, OrchestratorMetrics metrics, TimeProvider time, ILogger<CredentialReminder> logger)
{
    /// <summary>One line per clinic with an active credential, by slug.</summary>
    public async Task<IReadOnlyList<CredentialAge>> RunOnceAsync(CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        var ages = new List<CredentialAge>();
        foreach (var (org, slug) in await orgs.AllAsync(ct))
        {
            var active = await db.RunAsync(
                new OrgContext(org, Actor.Job("credential-reminder")),
                (rows, token) => rows.CredentialVersions.AsNoTracking()
                    .Where(row => row.OrgId == org.Value && row.Purpose == CredentialVersion.Sms && row.State == CredentialState.Active)
                    .Select(row => new { row.Id, row.Number, row.CreatedAt, row.FailedAt }).SingleOrDefaultAsync(token),
                ct);
            if (active is null)
                continue;
            var age = new CredentialAge(org, slug, active.Id, active.Number, (int)(now - active.CreatedAt).TotalDays, options.Value.RemindAfterDays, active.FailedAt is not null);
            ages.Add(age);
            if (age.IsOld)
                Log.Old(logger, age.Number, org, age.Days, age.RemindAfterDays);
        }
        metrics.CredentialsSeen(ages.Count(age => age.IsOld), ages.Count(age => age.IsFailing));
        return ages;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Credential version {Number} of organization {OrgId} is {Days} days old; it should be replaced after {RemindAfterDays}.")]
        public static partial void Old(ILogger logger, int number, OrgId orgId, int days, int remindAfterDays);
    }
}
