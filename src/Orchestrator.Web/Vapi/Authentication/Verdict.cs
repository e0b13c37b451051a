using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>Who a credential proves, or why nobody.</summary>
internal readonly record struct Verdict(OrgId Org, RejectionReason? Rejection)
{
    public static Verdict Proven(OrgId org) => new(org, null);

    public static Verdict Rejected(RejectionReason reason) => new(default, reason);
}
