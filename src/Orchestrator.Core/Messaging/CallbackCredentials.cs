using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <inheritdoc cref="ICallbackCredentials"/>
/// <remarks>Kept in memory until the organization changes.</remarks>
public sealed partial class CallbackCredentials : ICallbackCredentials
{
    private readonly OrgCache<IReadOnlyList<(Guid VersionId, TwilioAccount Account)>> _versions;

    public CallbackCredentials(OrgDb db, KeyRing keys, OrgChangeFeed feed, ILogger<CallbackCredentials> logger) =>
        _versions = new(feed, (org, ct) => LoadAsync(db, keys, logger, org, ct));

    public async ValueTask<(IReadOnlyList<string> Tokens, SmsCredential? Credential)> FindAsync(OrgId org, Guid? versionId, CancellationToken ct)
    {
        var versions = await _versions.GetAsync(org, ct);
        var own = versions.FirstOrDefault(version => version.VersionId == versionId);
        // A version that is gone since: its account's newer one stands in, if the clinic has kept the account.
        var account = (own.Account ?? (versions is [var newest, ..] ? newest.Account : null))?.AccountSid;
        var same = versions.Where(version => version.Account.AccountSid == account).ToList();
        return (
            [.. same.Select(version => version.Account.AuthToken).OfType<string>().Distinct(StringComparer.Ordinal)],
            versionId is null || same.Count == 0 ? null : same[0].Account.ToCredential(same[0].VersionId));
    }

    private static async Task<IReadOnlyList<(Guid VersionId, TwilioAccount Account)>> LoadAsync(
        OrgDb db, KeyRing keys, ILogger logger, OrgId org, CancellationToken ct)
    {
        var rows = await db.RunAsync(new OrgContext(org, Actor.Job("sms-callbacks")), (context, token) => context.CredentialVersions.AsNoTracking()
            .Where(row => row.State == CredentialState.Active || row.State == CredentialState.Retiring)
            .OrderByDescending(row => row.Number).ToListAsync(token), ct);
        var opened = new List<(Guid, TwilioAccount)>();
        foreach (var row in rows.OrderBy(row => row.State == CredentialState.Active ? 0 : 1))
        {
            try
            {
                opened.Add((row.Id, TwilioAccount.Open(keys, org, row)));
            }
            catch (CryptographicException e)
            {
                Log.Unreadable(logger, e, org, row.Number);
            }
        }
        return opened;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Credential version {Number} of organization {OrgId} cannot be opened; callbacks signed by it are turned away.")]
        public static partial void Unreadable(ILogger logger, Exception exception, OrgId orgId, int number);
    }
}
