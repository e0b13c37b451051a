namespace Orchestrator.Core.Messaging;

/// <summary>What became of a report.</summary>
public enum ReportOutcome
{
    /// <summary>The text is further than before.</summary>
    Applied,

    /// <summary>Said before, overtaken, or of a text that is settled: written down, and nothing changed.</summary>
    Known,

    /// <summary>About another message than this dispatch's: not believed.</summary>
    Foreign,

    /// <summary>The text is not there any more.</summary>
    Gone,
}
