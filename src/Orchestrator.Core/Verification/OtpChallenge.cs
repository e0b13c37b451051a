using NodaTime;

namespace Orchestrator.Core.Verification;

/// <summary>The proof asked of one hold: that its caller can read texts sent to one phone. Owns the attempts and the sends.</summary>
public sealed class OtpChallenge
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    public Guid BookingId { get; init; }

    public string? CallId { get; init; }

    /// <summary>E.164.</summary>
    public required string Phone { get; init; }

    /// <summary>The caller's own number as the voice platform gave it, for ceilings per caller.</summary>
    public string? CallerPhone { get; init; }

    public ChallengeState State { get; set; }

    /// <summary>Guesses spent; never falls, also not by a resend.</summary>
    public int Attempts { get; set; }

    public int MaxAttempts { get; init; }

    public int Sends { get; set; }

    public Instant CreatedAt { get; init; }

    public Instant ExpiresAt { get; set; }

    /// <summary>No text before this.</summary>
    public Instant NextSendAt { get; set; }

    public Instant? VerifiedAt { get; set; }
}
