using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Vapi.Authentication;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// Registers the webhook. The host adds what it asks of Core (<c>IVoiceCredentials</c>, <c>ICallEvents</c>,
/// <c>ICallRouting</c>, <c>IToolCallJournal</c>), the tools as singleton <c>IVoiceTool</c>s, and its metrics as <see cref="IVapiMetrics"/>.
/// </summary>
public static class VapiRegistration
{
    public const string Path = "/api/vapi/webhook";

    public static IServiceCollection AddVapi(this IServiceCollection services)
    {
        services.AddOptions<VapiOptions>().BindConfiguration(VapiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IVapiMetrics, NoVapiMetrics>();
        services.AddSingleton<IWebhookPulse, WebhookPulse>();
        services.AddSingleton<VapiAuthenticator>();
        services.AddSingleton<StrangerBudget>();
        services.AddSingleton<Rejections>();
        services.AddSingleton<OrgBudget>();
        services.AddSingleton<UnverifiedBodyGate>();
        services.AddSingleton<ToolDispatcher>();
        services.AddSingleton<ToolMessageHandler>();
        services.AddSingleton<CallMessageHandler>();
        services.AddSingleton<VapiMessageRouter>();
        services.AddSingleton<VapiEndpoint>();
        return services;
    }

    /// <summary>Maps <see cref="Path"/>. It authenticates by itself.</summary>
    public static IEndpointConventionBuilder MapVapi(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<VapiEndpoint>();
        return routes.MapPost(Path, (RequestDelegate)endpoint.HandleAsync).AllowAnonymous().DisableAntiforgery().RunDirectly();
    }
}
