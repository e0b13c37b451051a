using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>One turn, raw.</summary>
/// <param name="Role">Who spoke.</param>
/// <param name="Text">What; null where it is no text that can be read.</param>
/// <param name="OffsetMs">When, from the call's start, if known.</param>
public readonly record struct ReportTurn(SpeakerRole Role, string? Text, int? OffsetMs)
{
    public override string ToString() => $"ReportTurn {Role}";
}
