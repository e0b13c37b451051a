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
    public void Configure_RequestScopeOfTheFramework_LosesThePath()
    {
        var output = Write(Environments.Production, logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object> { ["RequestPath"] = "/invitation/secret-of-the-link" }))
                logger.LogInformation("Worked.");
        });

        Assert.DoesNotContain("secret-of-the-link", output, StringComparison.Ordinal);
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
