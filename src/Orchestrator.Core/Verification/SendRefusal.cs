using NodaTime;

namespace Orchestrator.Core.Verification;

/// <summary>Why no text went out, with what the caller needs to hear.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Wait">How long until another may be asked for; with <see cref="SendRefusalKind.Cooldown"/>.</param>
/// <param name="Since">How long ago the last one went; with <see cref="SendRefusalKind.Cooldown"/>.</param>
/// <param name="HeldUntil">Until when staff can act; with <see cref="SendRefusalKind.NeedsStaff"/>, <see cref="SendRefusalKind.NotConfigured"/>,
/// <see cref="SendRefusalKind.Refused"/> and <see cref="SendRefusalKind.OptedOut"/>.</param>
public sealed record SendRefusal(SendRefusalKind Kind, Duration Wait = default, Duration Since = default, Instant? HeldUntil = null);
