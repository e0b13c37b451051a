using System.Diagnostics;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>Measures, and judges only that every text was taken: figures of a shared machine are no test.</summary>
public sealed class GatewayOverheadTests
{
    [Fact(Explicit = true)]
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

        for (var i = 0; i < 200; i++)
        {
            var started = Stopwatch.GetTimestamp();
            Assert.IsType<SmsSendResult.Accepted>(await bench.Gateway.SendAsync(credential, TwilioBench.Text(), TestContext.Current.CancellationToken));
            elapsed.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var overhead = elapsed.Zip(twilio.Durations, (whole, inside) => whole - inside.TotalMilliseconds).Order().ToList();
        elapsed.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"200 texts, one after another: whole p50 {elapsed[100]:F2} p95 {elapsed[190]:F2} ms; beyond the provider p50 {overhead[100]:F2} p95 {overhead[190]:F2} max {overhead[199]:F2} ms");
    }
}
