using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <inheritdoc cref="ISmsCredentials"/>
/// <remarks>Kept in memory until the organization changes; the sandbox stands in for a missing one where that is allowed.</remarks>
public sealed partial class SmsCredentials : ISmsCredentials
{
    private readonly OrgCache<SmsCredential?> _credentials;
    private readonly ILogger<SmsCredentials> _logger;

    public SmsCredentials(OrgDb db, ClinicDirectory clinics, KeyRing keys, OrgChangeFeed feed, SandboxPolicy sandbox, ILogger<SmsCredentials> logger)
    {
        _logger = logger;
        _credentials = new OrgCache<SmsCredential?>(feed, (org, ct) => LoadAsync(db, clinics, keys, sandbox, org, ct));
    }

    public ValueTask<SmsCredential?> FindAsync(OrgContext context, CancellationToken ct) => _credentials.GetAsync(context.Org, ct);

    private async Task<SmsCredential?> LoadAsync(OrgDb db, ClinicDirectory clinics, KeyRing keys, SandboxPolicy sandbox, OrgId org, CancellationToken ct)
    {
        var context = new OrgContext(org, Actor.Job("sms-credentials"));
        var version = await db.RunAsync(context, (rows, token) => rows.CredentialVersions.AsNoTracking()
            .Where(row => row.State == CredentialState.Active).OrderByDescending(row => row.Number).FirstOrDefaultAsync(token), ct);
        if (version is null)
        {
            var clinic = await clinics.GetAsync(org, ct);
            return sandbox.IsAllowedEverywhere || clinic.IsTest ? new SandboxCredential(org, clinic.Slug) : null;
        }
        try
        {
            return TwilioAccount.Open(keys, org, version).ToCredential(version.Id);
        }
        catch (CryptographicException e)
        {
            Log.Unreadable(_logger, e, org, version.Number);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Credential version {Number} of organization {OrgId} cannot be opened; its texts cannot be sent.")]
        public static partial void Unreadable(ILogger logger, Exception exception, OrgId orgId, int number);
    }
}
