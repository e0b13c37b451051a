using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls;

/// <summary>Who answers an organization's calls and who takes them over. Asked while the telephone rings.</summary>
public interface ICallRouting
{
    ValueTask<CallRoute> RouteOfAsync(OrgContext context, CancellationToken ct);
}
