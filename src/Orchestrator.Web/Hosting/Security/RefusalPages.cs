using Microsoft.AspNetCore.Diagnostics;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Security;

/// <summary>A program that is refused gets the status alone; a person gets a page in its place.</summary>
internal sealed class RefusalPages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!PortalPaths.IsForPeople(http.Request.Path) && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        // The page in a failed form's place is looked at, not posted to: it has no token to show.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
