using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>By which policy a call's report is redacted, and what is known beforehand.</summary>
/// <param name="Policy">The organization's.</param>
/// <param name="Known">Patients and numbers of the call's holds, the caller's number, the clinic's own people.</param>
internal sealed record ReportRules(RedactionPolicy Policy, IReadOnlyList<KnownValue> Known)
{
    /// <summary>Whether the address of the call's recording may be stored.</summary>
    public bool KeepsRecordings { get; init; }

    public override string ToString() => $"ReportRules {Policy.Name}";
}
