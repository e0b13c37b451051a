using NodaTime;
using Orchestrator.Core.Contacts;

namespace Orchestrator.Core.Booking;

/// <summary>A time to hold, already found legal by the clinic's rules.</summary>
public sealed record ClaimRequest
{
    /// <summary>The <see cref="Tenancy.Clinic.Version"/> by whose rules the time was found legal.</summary>
    public required long ClinicVersion { get; init; }

    /// <summary>Who may take it, in order of preference; not empty.</summary>
    public required IReadOnlyList<Guid> ProviderIds { get; init; }

    /// <summary>
    /// Per provider, the answer to give and remember when that provider takes it, with <see cref="HoldIdMark"/> and
    /// <see cref="ExpiresAtMark"/> where the ledger fills in the hold's id and its end (UTC, ISO 8601).
    /// </summary>
    public required IReadOnlyList<string> Answers { get; init; }

    public required Guid ServiceId { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    /// <summary>Start less the service's buffer before it.</summary>
    public required Instant BlockedFrom { get; init; }

    public required Instant BlockedTo { get; init; }

    public required PersonName Patient { get; init; }

    public required PhoneNumber Phone { get; init; }

    public required Duration HoldLength { get; init; }

    public int Capacity { get; init; } = 1;

    public string? RoomType { get; init; }

    public const string HoldIdMark = "%hold_id%";

    public const string ExpiresAtMark = "%expires_at%";
}
