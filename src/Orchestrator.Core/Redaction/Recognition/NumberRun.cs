namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Numbers that follow one another closely enough to be one value.</summary>
internal readonly record struct NumberRun(int FirstItem, int LastItem);
