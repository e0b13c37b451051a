namespace Orchestrator.Core.Tenancy.Stored;

public enum VoiceSecretKind
{
    Shared,
    Hmac,
}
