namespace Orchestrator.Web.Hosting.Security;

/// <summary>
/// A circuit is opened by our own pages only. Cookies travel with a WebSocket whichever page of the site asks for it, and
/// another port of the same host is the same site; the Origin header is what tells them apart (OWASP ASVS 4.4.2).
/// </summary>
internal sealed class CircuitOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || !http.Request.Path.StartsWithSegments("/_blazor") || IsOurs(origin, http.Request.Host))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // The scheme is the proxy's business; host and port are not.
    private static bool IsOurs(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var asked)
        && string.Equals(asked.IsDefaultPort ? asked.Host : asked.Authority, host.ToString(), StringComparison.OrdinalIgnoreCase);
}
