namespace Orchestrator.Core.Redaction.Language;

/// <summary>How many letters and digits a value has that a cue announces, and what it is made of.</summary>
/// <param name="Letters">Letters may be part of it.</param>
internal readonly record struct LengthRule(int Least, int Most, bool Letters);
