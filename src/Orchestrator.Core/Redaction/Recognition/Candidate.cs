namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>A stretch of the text that a rule takes for a value; the resolver decides between them.</summary>
internal readonly record struct Candidate(int Start, int End, EntityType Type, RedactionLayer Layer, string Reason, float Score);
