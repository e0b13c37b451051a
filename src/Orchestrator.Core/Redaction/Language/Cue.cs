namespace Orchestrator.Core.Redaction.Language;

/// <summary>What a cue phrase of the data files means; <see cref="Type"/> counts for <see cref="CueKind.Value"/> only.</summary>
internal readonly record struct Cue(CueKind Kind, EntityType Type);
