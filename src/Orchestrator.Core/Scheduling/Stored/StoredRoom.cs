namespace Orchestrator.Core.Scheduling.Stored;

/// <summary>Row of table <c>room</c>.</summary>
public sealed class StoredRoom
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The organization file's id.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public required string Type { get; set; }

    public Guid LocationId { get; set; }

    public int Position { get; set; }

    public bool IsActive { get; set; } = true;
}
