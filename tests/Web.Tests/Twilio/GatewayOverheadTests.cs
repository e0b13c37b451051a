using System.Diagnostics;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Measures, and judges only that every text was taken: figures of a shared machine are no test.</summary>
public sealed class GatewayOverheadTests
{
    private const int Texts = 40;

    [Fact]
    public async Task SendAsync_OverAProviderThatTakes50Ms_AddsLittle()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        using var bench = new TwilioBench(twilio.Address);
        var credential = twilio.AddAccount().Credential();
        for (var i = 0; i < 20; i++)
            await bench.Gateway.SendAsync(credential, TwilioBench.Text(), TestContext.Current.CancellationToken);
        twilio.React = _ => StandInReaction.Late(TimeSpan.FromMilliseconds(50));
        twilio.Durations.Clear();
        var elapsed = new List<double>();

        for (var i = 0; i < Texts; i++)
        {
            var started = Stopwatch.GetTimestamp();
            Assert.IsType<SmsSendResult.Accepted>(await bench.Gateway.SendAsync(credential, TwilioBench.Text(), TestContext.Current.CancellationToken));
            elapsed.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var overhead = elapsed.Zip(twilio.Durations, (whole, inside) => whole - inside.TotalMilliseconds).Order().ToList();
        elapsed.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Texts} texts, one after another: whole p50 {elapsed[Texts / 2]:F2} p95 {elapsed[Texts * 95 / 100]:F2} ms; "
            + $"beyond the provider p50 {overhead[Texts / 2]:F2} p95 {overhead[Texts * 95 / 100]:F2} max {overhead[^1]:F2} ms");
    }
}
