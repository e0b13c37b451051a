using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Orchestrator.Web.Identity;

/// <summary>What the account pages and the frame post to, and how often a stranger may try.</summary>
internal static class AccountEndpoints
{
    public const string SignInLimit = "sign-in";

    private const int TriesPerMinute = 30;

    public static void AddAccountLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        // Looking at the form costs nothing; only tries count. By address: an account has its own count besides.
        limiter.AddPolicy(SignInLimit, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = TriesPerMinute,
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(""));
    });

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        // A form field makes the framework ask for the antiforgery token.
        routes.MapPost("/account/sign-out", async (SignInManager<PortalUser> signIn, [FromForm] string? returnUrl) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect(returnUrl is null ? PortalPaths.SignIn : PortalPaths.Local(returnUrl));
        });
        routes.MapPost("/account/ping", PingAsync).DisableAntiforgery();
    }

    // A sign of life. The instant of issue stays, so that the security stamp is still asked for every minute.
    private static async Task<IResult> PingAsync(HttpContext http, TimeProvider time)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (session is not { Succeeded: true, Principal: { } principal, Properties: { } properties })
            return Results.Unauthorized();
        PortalSession.Touch(properties, time.GetUtcNow());
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal, properties);
        return Results.NoContent();
    }
}
