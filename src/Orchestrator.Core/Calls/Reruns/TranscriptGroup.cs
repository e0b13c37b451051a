namespace Orchestrator.Core.Calls.Reruns;

/// <summary>Stored transcripts by what redacted them last.</summary>
/// <param name="Policy">Name of the preset.</param>
/// <param name="Version">Version of the rules.</param>
/// <param name="Transcripts">How many.</param>
/// <param name="IsBehind">The rules in force hide something that these let through.</param>
public sealed record TranscriptGroup(string Policy, int Version, int Transcripts, bool IsBehind);
