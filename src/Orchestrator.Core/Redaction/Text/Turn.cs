namespace Orchestrator.Core.Redaction.Text;

/// <summary>Where a speaker begins: first token and first character after the label.</summary>
internal readonly record struct Turn(SpeakerRole Role, int FirstToken, int Start);
