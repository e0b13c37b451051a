namespace Orchestrator.Core.Redaction;

/// <summary>
/// A hidden stretch of the input. <see cref="Start"/> and <see cref="End"/> count UTF-16 units as .NET does,
/// <see cref="CodePointStart"/> and <see cref="CodePointEnd"/> Unicode code points (a lone surrogate is one); ends are
/// exclusive; all are relative to the turn <see cref="Turn"/> (0 for a plain text).
/// </summary>
/// <param name="Reason">The rule that decided, for example <c>phone:cue</c>; never the value.</param>
/// <param name="Score">Certainty between 0 and 1.</param>
/// <param name="Replacement">What stands in the redacted text instead.</param>
public readonly record struct RedactionSpan(
    int Turn,
    int Start,
    int End,
    int CodePointStart,
    int CodePointEnd,
    EntityType Type,
    RedactionLayer Layer,
    string Reason,
    double Score,
    string Replacement);
