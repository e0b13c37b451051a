namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>A piece of a value made of letters and digits: a letter said or spelled, a group of capitals, a number.</summary>
internal readonly record struct Atom(int First, int Last, int Start, int Count, bool Letters, bool Glued, bool Spoken);
