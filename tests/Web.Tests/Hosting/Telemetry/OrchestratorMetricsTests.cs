using Microsoft.Extensions.DependencyInjection;
using System.Diagnostics.Metrics;
using Orchestrator.Core.Telemetry;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Telemetry;

public sealed class OrchestratorMetricsTests
{
    [Fact]
    public void ToolCallAnswered_OneCall_CountsItAndItsSecondsByToolAndCode()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<OrchestratorMetrics>().BuildServiceProvider();
        var metrics = services.GetRequiredService<OrchestratorMetrics>();
        var seen = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, services.GetRequiredService<IMeterFactory>()))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => seen.Add($"{i.Name} {value} {Text(tags)}"));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => seen.Add($"{i.Name} [{i.Unit}] {value} {Text(tags)}"));
        listener.Start();

        metrics.ToolCallAnswered("claim_slot", "slot_taken", TimeSpan.FromMilliseconds(250));

        Assert.Equal(
            ["orchestrator.tool_calls 1 tool=claim_slot,code=slot_taken", "orchestrator.tool_call.duration [s] 0.25 tool=claim_slot,code=slot_taken"],
            seen);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
}
