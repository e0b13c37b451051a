namespace Orchestrator.Core.Scheduling.Stored;

/// <summary>Row of table <c>provider</c>. JSON columns hold the organization file's own values.</summary>
public sealed class StoredProvider
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The organization file's id.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public Guid LocationId { get; set; }

    public required string WorkingHours { get; set; }

    public required string Breaks { get; set; }

    public required string DateOverrides { get; set; }

    public required string TimeOff { get; set; }

    public int Position { get; set; }

    public bool IsActive { get; set; } = true;
}
