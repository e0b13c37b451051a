using NodaTime;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Records;

/// <summary>Somebody spoke.</summary>
/// <param name="Role">Who.</param>
/// <param name="Text">Redacted.</param>
public sealed record TurnMoment(Instant At, SpeakerRole Role, string Text) : CallMoment(At);
