using NodaTime;

namespace Orchestrator.Core.Verification;

/// <summary>One text with one code (one generation of a challenge) and what became of it.</summary>
public sealed class OtpDispatch
{
    public Guid OrgId { get; init; }

    /// <summary>128 random bits: it stands in the status callback's address and must not be guessable.</summary>
    public Guid Id { get; init; }

    public Guid ChallengeId { get; init; }

    /// <summary>1 for the first text of the challenge.</summary>
    public int Generation { get; init; }

    /// <summary>HMAC-SHA256 over challenge, generation and code; none once the code can no longer be used.</summary>
    public byte[]? Mac { get; set; }

    /// <summary>Which key made <see cref="Mac"/>.</summary>
    public required string KeyId { get; init; }

    public DispatchState State { get; set; }

    public CodeChannel Channel { get; set; }

    public string? ProviderMessageSid { get; set; }

    public string? ProviderStatus { get; set; }

    public int? HttpStatus { get; set; }

    public int? ErrorCode { get; set; }

    /// <summary>Why it was refused or is unknown, in one of our words.</summary>
    public string? Reason { get; set; }

    public Guid? CredentialVersionId { get; init; }

    public Instant StartedAt { get; init; }

    /// <summary>Until when this code works.</summary>
    public Instant CodeExpiresAt { get; init; }

    public Instant? FinishedAt { get; set; }

    /// <summary>When the provider was last asked what became of it, because nobody had told.</summary>
    public Instant? CheckedAt { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Checks { get; set; }
}
