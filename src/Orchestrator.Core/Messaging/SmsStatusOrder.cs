namespace Orchestrator.Core.Messaging;

/// <summary>Reports arrive late, twice and in any order; a text's status only ever moves forward.</summary>
public static class SmsStatusOrder
{
    /// <summary>0 accepted, 1 queued, 2 sending, 3 sent, 4 for each of the final three.</summary>
    public static int Rank(this SmsStatus status) => Math.Min((int)status, (int)SmsStatus.Delivered);

    public static bool IsFinal(this SmsStatus status) => status >= SmsStatus.Delivered;

    /// <summary>Whether a report of <paramref name="next"/> changes what is known. Among final ones the first stays.</summary>
    public static bool Supersedes(this SmsStatus next, SmsStatus? known) => known is not { } current || next.Rank() > current.Rank();
}
