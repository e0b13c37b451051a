namespace Orchestrator.Core.Scheduling.Stored;

/// <summary>Row of table <c>service</c>.</summary>
public sealed class StoredService
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The organization file's id.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    public int DurationMinutes { get; set; }

    public int BufferBeforeMinutes { get; set; }

    public int BufferAfterMinutes { get; set; }

    public int? SlotIntervalMinutes { get; set; }

    public int? MinNoticeMinutes { get; set; }

    public int? HorizonDays { get; set; }

    public int Capacity { get; set; } = 1;

    public string? RequiresRoomType { get; set; }

    /// <summary>Providers who offer it, in the organization file's order.</summary>
    public required Guid[] ProviderIds { get; set; }

    public int Position { get; set; }

    public bool IsActive { get; set; } = true;
}
