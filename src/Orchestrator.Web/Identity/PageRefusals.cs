using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Orchestrator.Web.Identity;

/// <summary>
/// A page that its user may not open is still rendered, as a refusal with the frame around it and the status 403: the
/// router asks the same policy and puts the refusal in the page's place.
/// </summary>
internal sealed class PageRefusals : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _others = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return _others.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return next(context);
    }
}
