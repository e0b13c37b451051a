using Microsoft.AspNetCore.Diagnostics;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Security;

/// <summary>A program that is refused, or that we failed, gets the status alone; a person gets a page in its place.</summary>
internal sealed class RefusalPages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var failed = http.Features.Get<IExceptionHandlerPathFeature>();
        if (!PortalPaths.IsForPeople(failed?.Path ?? http.Request.Path))
        {
            if (failed is not null)
                return http.Response.WriteAsJsonAsync(new { status = http.Response.StatusCode, title = "An error occurred." }, http.RequestAborted);
            if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
        }

        // The page in a failed form's place is looked at, not posted to: it has no token to show.
        if (failed is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
