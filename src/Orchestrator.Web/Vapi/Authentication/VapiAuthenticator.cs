using System.Security.Cryptography;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// Proves which organization a request is for. The credential alone names it; numbers and assistants in the message may
/// only agree, and nothing in a tool's arguments has a say.
/// </summary>
internal sealed class VapiAuthenticator(IVoiceCredentials credentials)
{
    // Signs for nobody: a request that names no known signer takes as long to refuse as one with a wrong signature.
    private readonly byte[] _nobodysKey = RandomNumberGenerator.GetBytes(32);

    public async ValueTask<Verdict> VerifySecretAsync(string secret, CancellationToken ct)
    {
        if (secret.Length == 0)
            return Verdict.Rejected(RejectionReason.UnknownSecret);
        var presented = SecretHash.Of(secret);
        return await credentials.FindBySecretHashAsync(presented, ct) is { } stored && stored.Hash.FixedTimeEquals(presented)
            ? Verdict.Proven(stored.Org)
            : Verdict.Rejected(RejectionReason.UnknownSecret);
    }

    /// <param name="signature">The signature of the headers.</param>
    /// <param name="signed">Its prefix and the raw body.</param>
    /// <param name="hint">Whose keys to try.</param>
    /// <param name="ct">Ends the look-ups.</param>
    public async ValueTask<Verdict> VerifySignatureAsync(
        RequestSignature signature, ReadOnlyMemory<byte> signed, SignerHint hint, CancellationToken ct)
    {
        if (await SignerAsync(hint, ct) is not { } org)
        {
            signature.IsBy(_nobodysKey, signed.Span);
            return Verdict.Rejected(RejectionReason.UnknownSigner);
        }

        foreach (var key in await credentials.HmacKeysOfAsync(org, ct))
        {
            if (key.Length > 0 && signature.IsBy(key, signed.Span))
                return Verdict.Proven(org);
        }

        return Verdict.Rejected(RejectionReason.WrongSignature);
    }

    /// <summary>Null where every id belongs to the organization.</summary>
    public async ValueTask<RejectionReason?> FindForeignAsync(OrgId org, ClaimedIds ids, CancellationToken ct)
    {
        if (ids.NumberId is { } numberId && await credentials.OwnerOfNumberIdAsync(numberId, ct) != org)
            return RejectionReason.ForeignNumber;
        if (ids.OtherNumberId is { } otherId && await credentials.OwnerOfNumberIdAsync(otherId, ct) != org)
            return RejectionReason.ForeignNumber;
        if (ids.Number is { } number)
        {
            // The id proves more than the digits, which Vapi may write otherwise than we do; another's number never passes.
            var owner = await credentials.OwnerOfNumberAsync(number, ct);
            if (owner != org && (owner is not null || ids.NumberId is null))
                return RejectionReason.ForeignNumber;
        }

        if (ids.AssistantId is { } assistantId && await credentials.OwnerOfAssistantAsync(assistantId, ct) != org)
            return RejectionReason.ForeignAssistant;
        if (ids.OtherAssistantIds is { } others)
        {
            foreach (var other in others)
            {
                if (await credentials.OwnerOfAssistantAsync(other, ct) != org)
                    return RejectionReason.ForeignAssistant;
            }
        }

        return null;
    }

    private async ValueTask<OrgId?> SignerAsync(SignerHint hint, CancellationToken ct)
    {
        OrgId? owner = null;
        if (hint.NumberId is { } numberId)
            owner = await credentials.OwnerOfNumberIdAsync(numberId, ct);
        if (owner is null && hint.Number is { } number)
            owner = await credentials.OwnerOfNumberAsync(number, ct);
        if (owner is null && hint.AssistantId is { } assistantId)
            owner = await credentials.OwnerOfAssistantAsync(assistantId, ct);
        return owner;
    }
}
