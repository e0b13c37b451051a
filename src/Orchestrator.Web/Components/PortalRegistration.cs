using Orchestrator.Web.Hosting.Security;
using MudBlazor.Services;
using Orchestrator.Web.Components.Desk;
using Orchestrator.Web.Components.Layout;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components;

internal static class PortalRegistration
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddIdentity();
        builder.Services.AddSingleton<StaffNames>().AddSingleton<ISearchSource, DeskSearchSource>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        // A form without its token is a refusal (400) in every environment, and no fault of ours.
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = false);
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.ShowTransitionDuration = mud.SnackbarConfiguration.HideTransitionDuration = 150;
        });
    }

    /// <summary>The middleware that pages need; before any endpoint is mapped.</summary>
    public static void UsePortal(this WebApplication app)
    {
        // A person gets a page for a failure; a program gets the status that the outer handler gives.
        app.UseWhen(
            http => PortalPaths.IsForPeople(http.Request.Path),
            people => people.UseExceptionHandler("/status/500", createScopeForErrors: true));
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<RefusalPages>();
        app.UseMiddleware<CircuitOrigin>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    public static void MapPortal(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccount();
        app.MapExports();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            // The header of every answer says frame-ancestors 'none'; one set here would take its place.
            server.ContentSecurityFrameAncestorsPolicy = null;
        });
    }
}
