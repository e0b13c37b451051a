using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orchestrator.Web.Hosting.Settings;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Settings;

public sealed class ExampleFileTests
{
    // Read by the framework and its packages.
    private static readonly string[] s_foreign = ["Serilog", "AllowedHosts", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private readonly IConfigurationRoot _example = new ConfigurationBuilder().AddJsonFile(RepositoryRoot.Find("appsettings.Example.json")).Build();

    [Fact]
    public void ThrowIfFaulty_ExampleInDevelopment_HasNoFault()
    {
        var settings = Read();

        settings.ThrowIfFaulty();
    }

    [Fact]
    public void Example_EveryOption_IsNamed()
    {
        var missing = Read().Sections
            .SelectMany(s => s.Options.GetProperties().Where(p => p.CanWrite).Select(p => s.Section.Length == 0 ? p.Name : $"{s.Section}:{p.Name}"))
            .Where(key => !_example.GetSection(key).Exists());

        Assert.Empty(missing);
    }

    [Fact]
    public void Example_EveryTopLevelKey_IsRead()
    {
        var sections = Read().Sections;
        var known = sections.Select(s => s.Section)
            .Concat(sections.Where(s => s.Section.Length == 0).SelectMany(s => s.Options.GetProperties().Select(p => p.Name)))
            .Concat(s_foreign);

        Assert.Empty(_example.GetChildren().Select(c => c.Key).Except(known));
    }

    private SettingsReader Read()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration.AddConfiguration(_example);
        var settings = new SettingsReader(builder);
        OrchestratorHost.ReadSettings(settings);
        return settings;
    }
}
