using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>A service in the organization file. Nulls mean the organization's own value.</summary>
public sealed record OrgFileService
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required int DurationMinutes { get; init; }

    public int BufferBeforeMinutes { get; init; }

    public int BufferAfterMinutes { get; init; }

    public int? SlotIntervalMinutes { get; init; }

    public int? MinNoticeMinutes { get; init; }

    public int? HorizonDays { get; init; }

    public int Capacity { get; init; } = 1;

    public string? RequiresRoomType { get; init; }

    /// <summary>Ids of providers; when the file names none, all of them in file order.</summary>
    public ImmutableArray<string> ProviderIds { get; init; } = [];
}
