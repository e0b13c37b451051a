namespace Orchestrator.Core.Calls.Records;

/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the next page begins; null where this one is the last.</param>
public sealed record CallPage(IReadOnlyList<CallRow> Rows, CallCursor? Next);
