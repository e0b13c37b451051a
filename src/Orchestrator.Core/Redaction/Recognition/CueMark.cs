using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>A cue phrase found at tokens <see cref="First"/> to <see cref="Last"/>.</summary>
internal readonly record struct CueMark(int First, int Last, int Turn, Cue Cue);
