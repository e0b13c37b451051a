namespace Orchestrator.Core.Calls.Records;

/// <summary>What is stored of a call's closing report.</summary>
public enum ReportState
{
    /// <summary>No report has come.</summary>
    None,

    /// <summary>A report has come and held nothing that was said.</summary>
    Empty,

    /// <summary>Redacted and stored whole.</summary>
    Stored,

    /// <summary>Stored; what could not be redacted with certainty or within its budget was withheld.</summary>
    Withheld,
}
