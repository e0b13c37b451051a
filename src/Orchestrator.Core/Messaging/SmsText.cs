using NodaTime;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Messaging;

/// <summary>
/// One text (or call that says a code) as the clinic sees it. Neither its words nor the whole number: those are in memory only
/// and at the booking. Rows of codes are written by the database from <c>otp_dispatch</c>.
/// </summary>
public sealed class SmsText
{
    public Guid OrgId { get; init; }

    /// <summary>The dispatch's id.</summary>
    public Guid Id { get; init; }

    public SmsKind Kind { get; init; }

    public CodeChannel Channel { get; set; }

    public Guid? BookingId { get; init; }

    /// <summary>Last four digits of the phone.</summary>
    public string? LastFour { get; init; }

    /// <summary>1 for the first text of a challenge.</summary>
    public int Attempt { get; init; }

    public DispatchState State { get; set; }

    public string? ProviderMessageSid { get; set; }

    /// <summary>The provider's own word, in our spelling (<see cref="SmsStatus"/>).</summary>
    public string? ProviderStatus { get; set; }

    public int? HttpStatus { get; set; }

    public int? ErrorCode { get; set; }

    /// <summary>Why it was refused, did not arrive or is unknown; see <see cref="SmsReason"/>.</summary>
    public string? Reason { get; set; }

    public Guid? CredentialVersionId { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant UpdatedAt { get; set; }
}
