namespace Orchestrator.Core.Redaction.Policies;

/// <summary>A value that may be written.</summary>
/// <param name="Text">As it may be written.</param>
/// <param name="IsHidden">Something of it was hidden.</param>
/// <param name="IsWithheld">All of it was withheld.</param>
public readonly record struct RedactedField(string Text, bool IsHidden, bool IsWithheld);
