using System.Text;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Tests.Vapi;

/// <summary>Two clinics, A and B, as the shared payloads describe them.</summary>
internal sealed class FakeVoiceCredentials : IVoiceCredentials
{
    public const string SecretA = "conformance-secret-A-0123456789abcdef";
    public const string SecretB = "conformance-secret-B-fedcba9876543210";
    public const string HmacA = "conformance-hmac-A-0123456789abcdef";
    public const string HmacB = "conformance-hmac-B-fedcba9876543210";
    public const string OldHmacA = "conformance-hmac-A-previous";
    public const string NumberIdA = "6f1d0c52-8b1e-4a55-9d0e-51a2c3f4b601";
    public const string NumberIdB = "b40e7d19-52aa-4f0c-8c3d-0d9e8f7a6b05";
    public const string NumberA = "+14155550100";
    public const string NumberB = "+442079460123";
    public const string AssistantA = "2c7b9a10-3f64-4c1b-8a55-77d0e9a1c002";
    public const string AssistantB = "e5d4c3b2-a190-4f8e-9d7c-6b5a4f3e2d01";

    public static readonly OrgId A = new(Guid.Parse("00000000-0000-7000-8000-00000000000a"));
    public static readonly OrgId B = new(Guid.Parse("00000000-0000-7000-8000-00000000000b"));

    /// <summary>Every look-up throws, as with the database away.</summary>
    public bool IsDown { get; set; }

    public ValueTask<VoiceSecret?> FindBySecretHashAsync(SecretHash hash, CancellationToken ct)
    {
        Check();
        if (hash == SecretHash.Of(SecretA))
            return new(new VoiceSecret(A, SecretHash.Of(SecretA)));
        return hash == SecretHash.Of(SecretB) ? new(new VoiceSecret(B, SecretHash.Of(SecretB))) : new((VoiceSecret?)null);
    }

    public ValueTask<IReadOnlyList<byte[]>> HmacKeysOfAsync(OrgId org, CancellationToken ct)
    {
        Check();
        return new(org == A ? [Encoding.UTF8.GetBytes(HmacA), Encoding.UTF8.GetBytes(OldHmacA)] : [Encoding.UTF8.GetBytes(HmacB)]);
    }

    public ValueTask<OrgId?> OwnerOfNumberIdAsync(string numberId, CancellationToken ct) => Owner(numberId, NumberIdA, NumberIdB);

    public ValueTask<OrgId?> OwnerOfNumberAsync(string number, CancellationToken ct) => Owner(number, NumberA, NumberB);

    public ValueTask<OrgId?> OwnerOfAssistantAsync(string assistantId, CancellationToken ct) => Owner(assistantId, AssistantA, AssistantB);

    private ValueTask<OrgId?> Owner(string id, string a, string b)
    {
        Check();
        if (id == a)
            return new(A);
        return id == b ? new(B) : new((OrgId?)null);
    }

    private void Check()
    {
        if (IsDown)
            throw new InvalidOperationException("deadbeef: connection to 10.0.0.1 lost");
    }
}
