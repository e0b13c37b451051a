namespace Orchestrator.Core.Tenancy.Stored;

/// <summary>An assistant of an organization on the voice platform; the id is opaque text, unique over all organizations.</summary>
public sealed class StoredVoiceAssistant
{
    public Guid OrgId { get; init; }

    public required string Id { get; init; }

    public int Position { get; set; }
}
