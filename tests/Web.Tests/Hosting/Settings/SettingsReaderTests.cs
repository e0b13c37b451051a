using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Settings;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Settings;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("EmbeddedPostgres:Port", "abc", "EmbeddedPostgres:Port cannot be read as a whole number.")]
    [InlineData("EmbeddedPostgres:Port", "70000", "EmbeddedPostgres:Port: The field Port must be between 1 and 65535.")]
    [InlineData("EmbeddedPostgres:DataDir", "/x", "EmbeddedPostgres:DataDir is not a known key.")]
    [InlineData("EmbeddedPostgres:FetchBinaries", "perhaps", "EmbeddedPostgres:FetchBinaries cannot be read as true or false.")]
    [InlineData("PublicBaseUrl", "booking.example.com", "PublicBaseUrl: must be an absolute http or https address without query or user name.")]
    [InlineData("Twilio:ApiBaseUrl", "ftp://example.com", "Twilio:ApiBaseUrl must be an absolute https address without query or user name; http is for loopback only.")]
    [InlineData("ReverseProxy:Addresses:0", "proxy.example.com", "ReverseProxy:Addresses:0 must be an address such as 192.0.2.7 or a network such as 10.0.0.0/8.")]
    [InlineData("Metrics:Token", "short", "Metrics:Token: must have at least 16 characters.")]
    [InlineData("Verification:SendsPerPhoneAndHour", "0", "Verification:SendsPerPhoneAndHour: The field SendsPerPhoneAndHour must be between 1 and 100000.")]
    [InlineData("Verification:WrongGuessesPerPhoneAndDay", "101", "Verification:WrongGuessesPerPhoneAndDay: The field WrongGuessesPerPhoneAndDay must be between 1 and 100.")]
    [InlineData("Verification:SendsPerDay", "5", "Verification:SendsPerDay is not a known key.")]
    [InlineData("Vapi:ToolDeadline", "soon", "Vapi:ToolDeadline cannot be read as a time span such as 00:00:05.")]
    [InlineData("Development:FixedClock", "2026-03-02", "Development:FixedClock must be an instant with its offset, such as 2026-03-02T09:00:00Z.")]
    [InlineData("Development:FixedClock", "2026-03-02T09:00:00", "Development:FixedClock must be an instant with its offset, such as 2026-03-02T09:00:00Z.")]
    public void ThrowIfFaulty_WrongValue_NamesTheKey(string key, string value, string sentence)
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(Environments.Development, (key, value)));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public void ThrowIfFaulty_FixedClockInProduction_IsRefused()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(Environments.Production, ("Development:FixedClock", "2026-03-02T09:00:00Z")));

        Assert.Equal("Development:FixedClock is refused outside Development.", refused.Message);
    }

    [Fact]
    public void ThrowIfFaulty_TwoFaults_SaysBoth()
    {
        var refused = Assert.Throws<StartRefusedException>(() => Read(Environments.Development, ("Metrics:Token", "short"), ("EmbeddedPostgres:Port", "0")));

        Assert.Equal(2, refused.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void ThrowIfFaulty_NothingSet_HasNoFault() => Read(Environments.Production);

    private static void Read(string environment, params (string Key, string Value)[] values)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)));
        var settings = new SettingsReader(builder);
        OrchestratorHost.ReadSettings(settings);
        settings.ThrowIfFaulty();
    }
}
