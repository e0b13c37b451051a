using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Orchestrator.Web.Hosting.Security;

/// <summary>
/// A form whose token is missing or old is refused before its page runs. Left to itself the page would refuse it too, but with
/// a body of its own (a developer's sentence, or nothing), and then no page of ours takes its place.
/// </summary>
internal sealed class StaleForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        // What was found about the form stays on the request while the page in its place is made.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
