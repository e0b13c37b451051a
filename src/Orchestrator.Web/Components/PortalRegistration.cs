using Orchestrator.Web.Hosting.Security;
using MudBlazor.Services;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components;

internal static class PortalRegistration
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddIdentity();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.ShowTransitionDuration = mud.SnackbarConfiguration.HideTransitionDuration = 150;
        });
    }

    /// <summary>The middleware that pages need; before any endpoint is mapped.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<MachineAnswers>();
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
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server =>
        {
            // The header of every answer says frame-ancestors 'none'; one set here would take its place.
            server.ContentSecurityFrameAncestorsPolicy = null;
        });
    }
}
