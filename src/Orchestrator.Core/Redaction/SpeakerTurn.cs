namespace Orchestrator.Core.Redaction;

/// <summary>One turn of a call. An empty text is allowed and passes through.</summary>
public readonly record struct SpeakerTurn(SpeakerRole Role, string Text);
