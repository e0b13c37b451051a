namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Where the atoms of a value and its characters are kept.</summary>
internal readonly record struct AtomPlace(int First, int Count, int ValueFirst, int ValueCount);
