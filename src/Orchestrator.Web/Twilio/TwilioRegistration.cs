using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;
using Orchestrator.Web.Hosting.Settings;

namespace Orchestrator.Web.Twilio;

/// <summary>Status callbacks. Needs <c>AddMessaging(…)</c> and, from Core's store, an <c>IStatusCallbacks</c>.</summary>
public static class TwilioRegistration
{
    public static IServiceCollection AddTwilioCallbacks(this IServiceCollection services)
    {
        services.TryAddSingleton<OrchestratorMetrics>();
        services.AddOptions<PublicAddressOptions>();
        services.Replace(ServiceDescriptor.Singleton(provider => new StatusCallbackAddress(
            provider.GetRequiredService<IOptions<PublicAddressOptions>>().Value.PublicBaseUrl, provider.GetRequiredService<IOptions<TwilioOptions>>().Value)));
        services.AddSingleton<TwilioCallbackEndpoint>();
        return services;
    }

    /// <summary>It authenticates by itself: the portal's authorization and antiforgery have nothing to do here.</summary>
    public static IEndpointConventionBuilder MapTwilioCallbacks(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<TwilioCallbackEndpoint>();
        return routes.MapPost(StatusCallbackAddress.Path + "/{dispatchId}", (RequestDelegate)endpoint.HandleAsync).AllowAnonymous().DisableAntiforgery();
    }
}
