using NodaTime;

namespace Orchestrator.Core.Calls.Reruns;

/// <summary>How far a run is.</summary>
/// <param name="Version">The rules by which it redacts.</param>
/// <param name="IsRunning">Whether there is more to do.</param>
/// <param name="Total">Transcripts, counted when it began.</param>
/// <param name="Done">Transcripts worked on.</param>
/// <param name="Changed">Of these, how many had something more to hide.</param>
/// <param name="Hidden">Values hidden in addition.</param>
/// <param name="Withheld">Parts withheld in addition.</param>
/// <param name="StartedBy">As the audit log names them.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record RunProgress(
    int Version, bool IsRunning, int Total, int Done, int Changed, int Hidden, int Withheld, string StartedBy, Instant StartedAt, Instant? FinishedAt);
