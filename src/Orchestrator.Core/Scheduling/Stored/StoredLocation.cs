namespace Orchestrator.Core.Scheduling.Stored;

/// <summary>Row of table <c>location</c>. JSON columns hold the organization file's own values.</summary>
public sealed class StoredLocation
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The organization file's id.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; set; }

    public required string Closures { get; set; }

    public int Position { get; set; }

    /// <summary>False once the organization file no longer names it; kept because bookings refer to it.</summary>
    public bool IsActive { get; set; } = true;
}
