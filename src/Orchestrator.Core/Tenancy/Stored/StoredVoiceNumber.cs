namespace Orchestrator.Core.Tenancy.Stored;

/// <summary>A phone number of an organization on the voice platform.</summary>
public sealed class StoredVoiceNumber
{
    public Guid OrgId { get; init; }

    /// <summary>The platform's id; opaque text, unique over all organizations.</summary>
    public required string Id { get; init; }

    /// <summary>E.164; unique over all organizations.</summary>
    public required string Number { get; set; }

    public int Position { get; set; }
}
