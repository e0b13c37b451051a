namespace Orchestrator.Core.Desk;

/// <summary>What a search found, newest first.</summary>
public sealed record DeskHits(IReadOnlyList<ContactHit> Contacts, IReadOnlyList<HoldRow> Holds, IReadOnlyList<CallEntry> Calls);
