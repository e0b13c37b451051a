using Orchestrator.Core.Activity;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Retention;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Orchestrator.Web.Components;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Background;
using Orchestrator.Web.Hosting.Clock;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Hosting.Demo;
using Orchestrator.Web.Hosting.Doctor;
using Orchestrator.Web.Hosting.Health;
using Orchestrator.Web.Hosting.Keys;
using Orchestrator.Web.Hosting.Logging;
using Orchestrator.Web.Hosting.Security;
using Orchestrator.Web.Hosting.Settings;
using Orchestrator.Web.Hosting.Telemetry;
using Orchestrator.Web.Twilio;
using Orchestrator.Web.Vapi;
using Orchestrator.Web.Vapi.Tools;

namespace Orchestrator.Web;

/// <summary>What the host is made of: one line per capability, each registered in its own folder.</summary>
public static class OrchestratorHost
{
    /// <summary>Every configuration section. Read first: a wrong value refuses the start before anything was touched.</summary>
    internal static void ReadSettings(SettingsReader settings) => settings.AddHostSettings();

    internal static WebApplicationBuilder AddOrchestrator(this WebApplicationBuilder builder, HostDatabase database)
    {
        builder.AddClock();
        builder.AddDatabase(database);
        builder.AddKeys();
        builder.AddCore();
        builder.Services.AddVapi().AddVoiceTools().AddSingleton<Vapi.Export.AgentSetup>();
        builder.AddSecurity();
        builder.AddPortal();
        builder.AddHealth();
        builder.AddTelemetry();
        builder.AddDoctor();
        return builder;
    }

    private static void AddCore(this WebApplicationBuilder builder)
    {
        var ceilings = builder.Configuration.GetSection(OtpCeilings.Section).Get<OtpCeilings>() ?? new();
        var voice = builder.Configuration.GetSection(VoiceCodeOptions.Section).Get<VoiceCodeOptions>() ?? new();
        builder.Services
            .AddTenancy()
            .AddActivity()
            .AddBooking()
            .AddMessaging(new SandboxPolicy(IsAllowedEverywhere: builder.Environment.IsDevelopment()))
            .AddTwilioCallbacks()
            .AddCredentials()
            .AddVerification(ceilings, voice)
            .AddCalls()
            .AddAuditing()
            .AddDesk()
            .AddRetention()
            .AddSingleton<IStartupStep, DemoClinicsStep>()
            .AddHostedService<HoldSweepLoop>()
            .AddHostedService<ReconcilerLoop>()
            .AddHostedService<ToolCallJournalLoop>()
            .AddHostedService<RetentionLoop>()
            .AddHostedService<CredentialUseLoop>()
            .AddHostedService<CredentialReminderLoop>()
            .AddHostedService<RerunLoop>();
    }

    internal static WebApplication UseOrchestrator(this WebApplication app)
    {
        app.UseRequestLog();
        app.UseSecurity();
        app.UseDirectEndpoints();
        app.UsePortal();
        app.MapHealth();
        app.MapMetrics();
        app.MapVapi();
        app.MapTwilioCallbacks();
        app.MapSandbox();
        app.MapPortal();
        return app;
    }
}
