using NodaTime;

namespace Orchestrator.Core.Verification;

/// <summary>Why a code did not confirm.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="AttemptsLeft">With <see cref="VerifyRefusalKind.Wrong"/>.</param>
/// <param name="HeldUntil">Until when staff can act; with <see cref="VerifyRefusalKind.Locked"/>.</param>
public sealed record VerifyRefusal(VerifyRefusalKind Kind, int AttemptsLeft = 0, Instant? HeldUntil = null);
