using MudBlazor.Services;
using Orchestrator.Web.Components.Desk;
using Orchestrator.Web.Components.Layout;
using Orchestrator.Web.Hosting.Security;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components;

internal static class PortalRegistration
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddIdentity();
        builder.Services.AddSingleton<StaffNames>().AddSingleton<ISearchSource, DeskSearchSource>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DetailedErrors = false;
            // What a page holds may be a patient's; it does not outlive its connection by long.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(10);
        });
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
        if (!app.Environment.IsDevelopment())
            app.UseMiddleware<HttpsOnly>();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<RefusalPages>();
        app.UseMiddleware<CircuitOrigin>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.UseMiddleware<StaleForms>();
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
