namespace Orchestrator.Core.Tenancy;

public enum VoiceSecretKind
{
    Shared,
    Hmac,
}
