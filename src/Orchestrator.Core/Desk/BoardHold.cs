using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Desk;

/// <summary>A hold, or what became of it while its call goes on.</summary>
/// <param name="LastFour">Last four digits of the phone that gets the code.</param>
/// <param name="IsTransferred">Its call went on to a person.</param>
/// <param name="Why">Why it needs staff, as the audit row has it: <c>locked</c>, <c>no_sms_credential</c>, …</param>
public sealed record BoardHold(
    Guid Id,
    BookingStatus Status,
    Instant StartsAt,
    Instant EndsAt,
    Guid ProviderId,
    Guid ServiceId,
    Instant? ExpiresAt,
    Instant CreatedAt,
    Instant UpdatedAt,
    int Extensions,
    string? CallId,
    string? Patient,
    string? LastFour,
    bool IsCallOver,
    bool IsTransferred,
    ChallengeState? CodeState,
    int? CodeAttempts,
    int? CodeMaxAttempts,
    int? CodeSends,
    Instant? CodeNextSendAt,
    Instant? CodeExpiresAt,
    DispatchState? TextState,
    string? Why)
{
    public bool NeedsStaff => Status == BookingStatus.NeedsStaff || (Status == BookingStatus.Held && IsCallOver);

    public bool IsWaitingForCode => Status is BookingStatus.Held or BookingStatus.NeedsStaff && CodeState == ChallengeState.Active;

    public SeenHold Seen => new(Id, UpdatedAt);

    public override string ToString() => $"BoardHold {Id} {Status}";
}
