namespace Orchestrator.Core.Verification;

/// <summary>States of a challenge; docs/state-machines.md draws them.</summary>
public enum ChallengeState
{
    Active,
    Verified,
    Locked,
    Expired,
    Cancelled,
}
