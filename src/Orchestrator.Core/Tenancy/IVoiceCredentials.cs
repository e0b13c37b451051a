namespace Orchestrator.Core.Tenancy;

/// <summary>
/// The look-ups that precede an organization on the voice webhook: whose secret, number or assistant is this. Asked for
/// every request, so answers come from memory and complete synchronously once warm; a miss is answered as cheaply as a
/// hit, because callers without a credential cause misses at will. What is changed elsewhere is in force at once.
/// </summary>
/// <remarks>Throws when the answer cannot be known (database away). "Unknown" is <c>null</c>, never an exception.</remarks>
public interface IVoiceCredentials
{
    /// <summary>The secret whose hash was presented. The caller compares again in fixed time.</summary>
    ValueTask<VoiceSecret?> FindBySecretHashAsync(SecretHash hash, CancellationToken ct);

    /// <summary>The organization's keys for signed requests, current and previous ones; empty where it has none.</summary>
    ValueTask<IReadOnlyList<byte[]>> HmacKeysOfAsync(OrgId org, CancellationToken ct);

    /// <summary>Owner of a number by the voice platform's id for it (opaque text).</summary>
    ValueTask<OrgId?> OwnerOfNumberIdAsync(string numberId, CancellationToken ct);

    /// <summary>Owner of a number by the number itself, as the platform wrote it (normally E.164).</summary>
    ValueTask<OrgId?> OwnerOfNumberAsync(string number, CancellationToken ct);

    /// <summary>Owner of an assistant by the voice platform's id for it (opaque text).</summary>
    ValueTask<OrgId?> OwnerOfAssistantAsync(string assistantId, CancellationToken ct);
}
