namespace Orchestrator.Core.Calls.Reruns;

/// <summary>What is stored under which rules, and the last run.</summary>
public sealed record RerunOverview(IReadOnlyList<TranscriptGroup> Groups, RunProgress? Last)
{
    /// <summary>Transcripts in which the rules in force would hide more.</summary>
    public int Behind => Groups.Where(group => group.IsBehind).Sum(group => group.Transcripts);

    public int All => Groups.Sum(group => group.Transcripts);
}
