using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace Orchestrator.Web.Hosting.Logging;

/// <summary>
/// Structured logs: text for a person in Development, one compact JSON object per line elsewhere. Organization, user, call
/// and tool call come from the scope that the edge opens (see <see cref="Core.Telemetry.OrgLogScope"/>).
/// </summary>
internal static class LoggingSetup
{
    private const string Text = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddLogging(this WebApplicationBuilder builder, HostPurpose purpose)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog((_, logger) => Configure(logger, builder, purpose, Output(purpose)), preserveStaticLogger: true, writeToProviders: true);
    }

    public static void UseRequestLog(this WebApplication app) => app.UseMiddleware<RequestLog>();

    /// <summary>The same log before the host exists.</summary>
    public static Logger CreateLogger(IHostApplicationBuilder builder, HostPurpose purpose) =>
        Configure(new LoggerConfiguration(), builder, purpose, Output(purpose)).CreateLogger();

    internal static LoggerConfiguration Configure(LoggerConfiguration logger, IHostApplicationBuilder builder, HostPurpose purpose, TextWriter output)
    {
        ITextFormatter format = builder.Environment.IsDevelopment()
            ? new MessageTemplateTextFormatter(Text, System.Globalization.CultureInfo.InvariantCulture)
            : new CompactJsonFormatter();
        var redaction = new LogRedaction();
        return logger
            .MinimumLevel.Is(purpose == HostPurpose.Serve ? LogEventLevel.Information : LogEventLevel.Warning)
            // Requests are logged by RequestLog, without query strings; statements could hold what a clause compares with.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Warning)
            // Its exception rises to CommandLine, which says it in one sentence.
            .Filter.ByExcluding(entry => entry.MessageTemplate.Text == "Hosting failed to start")
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With(redaction)
            .WriteTo.Sink(new LineSink(format, output, redaction));
    }

    // Standard output belongs to a verb's result.
    private static TextWriter Output(HostPurpose purpose) => purpose switch
    {
        HostPurpose.Serve => Console.Out,
        HostPurpose.Verb => Console.Error,
    };
}
