namespace Orchestrator.Core.Verification;

/// <summary>States of one text with a code; docs/state-machines.md draws them.</summary>
public enum DispatchState
{
    Prepared,
    InFlight,
    Accepted,
    Delivered,
    Undelivered,
    Refused,
    Unknown,
    Abandoned,
}
