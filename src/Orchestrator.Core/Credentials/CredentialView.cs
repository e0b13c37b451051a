using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Credentials;

/// <summary>One version as a manager sees it: everything but its secrets.</summary>
public sealed record CredentialView
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required CredentialState State { get; init; }

    public required CredentialOrigin Origin { get; init; }

    /// <summary>Of the secret that signs in; empty until there is one.</summary>
    public required string LastFour { get; init; }

    public required string? TokenLastFour { get; init; }

    public required string Fingerprint { get; init; }

    public required string? KeySid { get; init; }

    /// <summary>Last four characters of the account's SID; none once revoked.</summary>
    public required string? AccountEnds { get; init; }

    /// <summary>The number or messaging service; none once revoked.</summary>
    public required string? Sender { get; init; }

    /// <summary>It holds a secret that this installation's keys do not open.</summary>
    public required bool IsUnreadable { get; init; }

    /// <summary>The provider was asked to make it and its answer has not arrived here.</summary>
    public required bool IsUnmade { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant? TestedAt { get; init; }

    public required string? TestSays { get; init; }

    public required Instant? FailedAt { get; init; }

    public required string? Failure { get; init; }

    public required Instant? TextedAt { get; init; }

    public required Instant? ActivatedAt { get; init; }

    public required Instant? RetiredAt { get; init; }

    public required Instant? PromotedAt { get; init; }

    public required Instant? RevokedAt { get; init; }

    public required Instant? DeletedAt { get; init; }

    /// <summary>For a retiring one: from when it may be revoked; none while its successor's token must be promoted first.</summary>
    public required Instant? FreeAt { get; init; }

    /// <summary>An active secret older than the clinic wants to be reminded of.</summary>
    public required bool IsOld { get; init; }

    /// <summary>Texts in all.</summary>
    public required long Sends { get; init; }

    public required long Refused { get; init; }

    /// <summary>Texts per hour of the last 24, the oldest first; the last one is not over yet.</summary>
    public required ImmutableArray<int> Hours { get; init; }

    public required Instant? LastUsedAt { get; init; }

    public override string ToString() => $"CredentialView {Number} {State}";
}
