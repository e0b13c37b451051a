namespace Orchestrator.Core.Credentials;

public enum CredentialState
{
    Draft,
    Verified,
    Active,
    Retiring,
    Revoked,
}
