using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orchestrator.Core.Telemetry;
using Orchestrator.Web.Vapi;

namespace Orchestrator.Web.Hosting.Telemetry;

internal static class TelemetryRegistration
{
    // Of the framework, the driver and ourselves; each names routes and statements, never values.
    private static readonly string[] s_meters =
    [
        OrchestratorMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql",
    ];

    private static readonly string[] s_activities = [OrchestratorMetrics.MeterName, "Microsoft.AspNetCore", "Npgsql"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OrchestratorMetrics>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IVapiMetrics, WebhookMetrics>());
        builder.Services.AddSingleton<MetricsAccess>();

        var toCollector = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("orchestrator")).WithMetrics(metrics =>
        {
            metrics.AddMeter(s_meters).AddPrometheusExporter();
            if (toCollector)
                metrics.AddOtlpExporter();
        });
        if (toCollector)
            telemetry.WithTracing(traces => traces.AddSource(s_activities).AddOtlpExporter());
    }

    public static void MapMetrics(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/metrics"),
            metrics => metrics.Use(async (http, next) =>
            {
                if (http.RequestServices.GetRequiredService<MetricsAccess>().Allows(http))
                {
                    await next(http);
                    return;
                }

                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                http.Response.Headers.WWWAuthenticate = "Bearer";
            }));
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
    }
}
