using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Security;

/// <summary>
/// Sessions travel over https alone, so without it there is no page to give. Says what is missing, because a proxy that does
/// not tell how it was asked looks the same from here.
/// </summary>
internal sealed class HttpsOnly(RequestDelegate next)
{
    private const string WhatIsMissing =
        "The portal is served over https only. A proxy that ends TLS in front of it has to send X-Forwarded-Proto, "
        + "and has to be named in ReverseProxy:Addresses unless it runs on the same machine.";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.IsHttps || !PortalPaths.IsForPeople(http.Request.Path))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync(WhatIsMissing, http.RequestAborted);
    }
}
