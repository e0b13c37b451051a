using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>What the steps of a rotation share: reading versions with their secrets, and changing them.</summary>
public sealed class CredentialVault(OrgDb db, KeyRing keys, ActivityNotifier activity)
{
    public const int MaxReasonLength = 200;

    internal KeyRing Keys => keys;

    internal Task<Result<T, CredentialRefusal>> ChangeAsync<T>(
        OrgContext context, Func<CredentialChange, CancellationToken, Task<Result<T, CredentialRefusal>>> work, CancellationToken ct)
        where T : notnull =>
        CredentialChange.RunAsync(db, activity, context, work, ct);

    /// <summary>Every version as it stands, for what has to be asked of the provider outside any transaction.</summary>
    internal Task<List<CredentialVersion>> ReadAsync(OrgContext context, CancellationToken ct) => db.RunAsync(
        context,
        (rows, token) => rows.CredentialVersions.AsNoTracking()
            .Where(row => row.OrgId == context.Org.Value && row.Purpose == CredentialVersion.Sms).OrderBy(row => row.Number).ToListAsync(token),
        ct);

    /// <summary>Null for one that holds no secret or cannot be opened.</summary>
    internal TwilioAccount? TryOpen(CredentialVersion? version)
    {
        if (version?.Sealed is null)
            return null;
        try
        {
            return TwilioAccount.Open(keys, version);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The reason as it is kept, or the refusal for none.</summary>
    internal static Result<string, CredentialRefusal> Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > MaxReasonLength
            ? new CredentialRefusal(CredentialRefusalKind.NoReason)
            : reason.Trim();
}
