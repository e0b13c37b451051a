namespace Orchestrator.Core.Tenancy;

/// <summary>A webhook secret on file and the organization that it proves.</summary>
public readonly record struct VoiceSecret(OrgId Org, SecretHash Hash);
