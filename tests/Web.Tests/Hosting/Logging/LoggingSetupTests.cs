using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Telemetry;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Logging;
using Serilog;
using Serilog.Extensions.Logging;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Logging;

public sealed class LoggingSetupTests
{
    [Fact]
    public void Configure_ExceptionInProduction_IsOneLineOfJson()
    {
        var output = Write(Environments.Production, logger =>
        {
            try
            {
                throw new InvalidOperationException("first line\nsecond line");
            }
            catch (InvalidOperationException failure)
            {
                logger.LogError(failure, "It broke.");
            }
        });

        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var entry = JsonDocument.Parse(line);
        Assert.Contains("second line", entry.RootElement.GetProperty("@x").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void BeginOrgScope_StaffInACall_PutsTheirIdsOnEveryLine()
    {
        var org = OrgId.New();
        var user = Guid.NewGuid();

        var output = Write(Environments.Production, logger =>
        {
            using (logger.BeginOrgScope(new OrgContext(org, Actor.Staff(user), "call-1", "tool-1")))
                logger.LogInformation("Worked.");
        });

        using var entry = JsonDocument.Parse(output);
        Assert.Equal(
            [org.ToString(), user.ToString(), "call-1", "tool-1"],
            ((string[])["OrgId", "UserId", "CallId", "ToolCallId"]).Select(name => entry.RootElement.GetProperty(name).GetString()));
    }

    [Fact]
    public void Configure_LineBreakInAValue_StaysInItsLine()
    {
        var output = Write(Environments.Production, logger => logger.LogInformation("Said {Word}.", "a\r\n{\"@m\":\"forged\"}"));

        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Configure_PersonalDataInTheNameOfAnEvent_IsHidden()
    {
        var output = Write(Environments.Production, logger => logger.LogInformation(new EventId(7, "called from 07700 900123"), "Worked."));

        Assert.DoesNotContain("900123", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_RequestScopeOfTheFramework_LosesThePath()
    {
        var output = Write(Environments.Production, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object> { ["RequestPath"] = "/invitation/secret-of-the-link" }))
                logger.LogInformation("Worked.");
        });

        Assert.DoesNotContain("secret-of-the-link", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Caller said {Words}.", "my number is 07700 900123")]
    [InlineData("Failed for {PatientName}.", "Rebecca Hollis")]
    [InlineData("Failed for {PhoneNumber}.", 447700900123L)]
    [InlineData("Code {OneTimeCode}.", "482913")]
    [InlineData("In call {CallId}.", "my card is 4242 4242 4242 4242")]
    public void Configure_PersonalDataInAProperty_IsHidden(string message, object value)
    {
#pragma warning disable CA2254 // The test's cases are templates.
        var output = Write(Environments.Production, logger => logger.LogWarning(message, value));
#pragma warning restore CA2254

        Assert.DoesNotContain(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!, output, StringComparison.Ordinal);
        Assert.Contains("[REDACTED: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_PersonalDataInNestedValuesExceptionAndMessage_IsHidden()
    {
        var output = Write(Environments.Production, logger =>
        {
            try
            {
                throw new InvalidOperationException("Cannot parse 'call me on 07700 900123'", new FormatException("rebecca.hollis@example.org is no number"));
            }
            catch (InvalidOperationException failure)
            {
#pragma warning disable CA2254, CA1727 // A message put together before it is logged is what this guards against.
                logger.LogError(failure, $"The card was {"4242 4242 4242 4242"}.");
#pragma warning restore CA2254, CA1727
                logger.LogInformation("Sent {@Body}.", new { Name = "Rebecca Hollis", Lines = new[] { "born 3 May 1982" }, Map = new Dictionary<string, string> { ["phone"] = "07700 900456" } });
            }
        });

        Assert.All((string[])["900123", "rebecca", "4242", "Hollis", "1982", "900456"], canary => Assert.DoesNotContain(canary, output, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("at Orchestrator.Web.Tests", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_IdsAndAddressesOfTheHost_StayReadable()
    {
        var id = "0199f0a2-7c1d-7e33-8899-123456789012";

        var output = Write(Environments.Production, logger =>
        {
            logger.LogInformation("Tool call {ToolCallId} of {CallId} took {ElapsedMs} ms; see {Where}.", "call_4111111111111111", id, 1234.5, "https://127.0.0.1:5080/health/ready");
            logger.LogInformation("Database at {Host} has {Count} rows, fingerprint {Hash}, on {At}.", "10.0.0.12", 4_294_967_295L, "9f86d081884c7d659a2feaa0c55ad015", new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        });

        Assert.DoesNotContain("REDACTED", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Configure_OrdinaryLines_AreCheapToJudge()
    {
        Write(Environments.Production, logger =>
        {
            for (var i = 0; i < 2_000; i++)
                logger.LogInformation("{Method} {Route} answered {Status} in {ElapsedMs:0.0} ms.", "POST", "/api/vapi/webhook", 200, 1.5);
        });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var redaction = new LogRedaction();
        var entry = new Serilog.Events.LogEvent(
            DateTimeOffset.UnixEpoch, Serilog.Events.LogEventLevel.Information, null, new Serilog.Parsing.MessageTemplateParser().Parse("{Method} {Route}"),
            [new("Method", new Serilog.Events.ScalarValue("POST")), new("Route", new Serilog.Events.ScalarValue("/api/vapi/webhook")), new("Status", new Serilog.Events.ScalarValue(200))]);
        before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
            redaction.Enrich(entry, null!);

        // No engine run: that would take kilobytes each time. The dictionary's enumerator is boxed.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    private static string Write(string environment, Action<Microsoft.Extensions.Logging.ILogger> act)
    {
        using var output = new StringWriter();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        using (var serilog = LoggingSetup.Configure(new LoggerConfiguration(), builder, HostPurpose.Serve, output).CreateLogger())
        using (var factory = new SerilogLoggerFactory(serilog))
            act(factory.CreateLogger("test"));
        return output.ToString();
    }
}
