using NodaTime;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>Why a change was not saved.</summary>
/// <param name="Kind">What stood in the way.</param>
/// <param name="Fault">With <see cref="PolicyChangeRefusalKind.NoPolicy"/>: what is wrong with the rules.</param>
/// <param name="By">With <see cref="PolicyChangeRefusalKind.ChangedMeanwhile"/>: who was quicker, as the audit log names them.</param>
/// <param name="At">With the same: when.</param>
public sealed record PolicyChangeRefusal(PolicyChangeRefusalKind Kind, PolicyFault? Fault = null, string? By = null, Instant? At = null);
