using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <inheritdoc cref="ISmsCredentials"/>
/// <remarks>
/// Kept in this process's memory for five minutes at most and never elsewhere, loaded once however many ask, dropped the
/// moment the organization changes. The sandbox stands in for a missing credential where that is allowed.
/// </remarks>
public sealed partial class SmsCredentials : ISmsCredentials, ICallbackTokens
{
    /// <summary>Of a value in memory, though nothing changes.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly OrgCache<Held> _held;
    private readonly ISmsCredentialStores _stores;
    private readonly ILogger<SmsCredentials> _logger;

    public SmsCredentials(ISmsCredentialStores stores, OrgChangeFeed feed, TimeProvider time, ILogger<SmsCredentials> logger)
    {
        (_stores, _logger) = (stores, logger);
        _held = new OrgCache<Held>(feed, LoadAsync, Life, time);
    }

    public async ValueTask<SmsCredential?> FindAsync(OrgContext context, CancellationToken ct) => (await _held.GetAsync(context.Org, ct)).Current;

    public async ValueTask<IReadOnlyList<string>> CallbackTokensAsync(OrgId org, CancellationToken ct) => (await _held.GetAsync(org, ct)).CallbackTokens;

    public async ValueTask<SmsCredential?> RenewAsync(OrgContext context, SmsCredential refused, CancellationToken ct)
    {
        // Another who was refused, or the announcement itself, may have brought the new one already.
        if (await FindAsync(context, ct) is { } known && known != refused)
            return known;
        _held.Drop(context.Org);
        return await FindAsync(context, ct) is { } fresh && fresh != refused ? fresh : null;
    }

    private async Task<Held> LoadAsync(OrgId org, CancellationToken ct)
    {
        var versions = _stores.VersionsAsync(org, ct);
        var sandbox = _stores.SandboxAsync(org, ct);
        var keys = _stores.KeysAsync(ct);
        await Task.WhenAll(versions, sandbox, keys);
        return Open(org, await versions, await sandbox, await keys);
    }

    private Held Open(OrgId org, IReadOnlyList<CredentialVersion> versions, SandboxCredential? sandbox, KeyRing keys)
    {
        SmsCredential? current = versions.Any(version => version.State == CredentialState.Active) ? null : sandbox;
        var tokens = new List<string>();
        foreach (var version in versions.OrderByDescending(version => version.State == CredentialState.Active))
        {
            try
            {
                var account = TwilioAccount.Open(keys, version);
                if (version.State == CredentialState.Active)
                    current = account.ToCredential(version.Id);
                if (account.AuthToken is { } token && !tokens.Contains(token))
                    tokens.Add(token);
            }
            catch (CryptographicException e)
            {
                Log.Unreadable(_logger, e, org, version.Number);
            }
        }
        return new Held(current, tokens);
    }

    private sealed record Held(SmsCredential? Current, IReadOnlyList<string> CallbackTokens)
    {
        public override string ToString() => "Held";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Credential version {Number} of organization {OrgId} cannot be opened; nothing can be done with it.")]
        public static partial void Unreadable(ILogger logger, Exception exception, OrgId orgId, int number);
    }
}
