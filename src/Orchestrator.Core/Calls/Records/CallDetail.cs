namespace Orchestrator.Core.Calls.Records;

/// <summary>One call with everything that happened in it, in order.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Timeline">Turns, tool calls, holds and texts by time.</param>
/// <param name="Transcript">The closing report, if it has come.</param>
public sealed record CallDetail(CallRow Row, IReadOnlyList<CallMoment> Timeline, CallTranscript? Transcript)
{
    public override string ToString() => $"CallDetail {Row.Id}";
}
