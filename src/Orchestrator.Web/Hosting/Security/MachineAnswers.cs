using Microsoft.AspNetCore.Diagnostics;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Security;

/// <summary>A program that is refused gets the status alone, and no page in its place.</summary>
internal sealed class MachineAnswers(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!PortalPaths.IsForPeople(http.Request.Path) && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(http);
    }
}
