using System.Text.Json;
using Xunit;

namespace Orchestrator.Web.Tests.Cases;

/// <summary>The product as the outside meets it: its own process, its own database, the published runners.</summary>
public sealed class SharedRunnerTests
{
    private const string NotHere = "Needs Node and the shared folder beside the repository.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Conformance_TwiceOnOneDatabase_EveryCasePasses()
    {
        Assert.SkipUnless(NodeRunner.IsAvailable, NotHere);
        await using var host = await RunningHost.StartAsync(Ct);

        var first = await ConformanceAsync(host, "0");
        var second = await ConformanceAsync(host, "20");

        Assert.True(first.ExitCode == 0, first.Output);
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.Contains(" 0 fail, 0 skipped", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlotCases_OnTheWebhook_AreAnsweredExactly()
    {
        Assert.SkipUnless(NodeRunner.IsAvailable, NotHere);
        await using var host = await RunningHost.StartAsync(Ct);
        await ImportCasesAsync(host);

        var (exitCode, output) = await RunCasesAsync(host, "^S(?!09|10)");

        Assert.True(exitCode == 0, output);
        Assert.Contains("22 of 22", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S09")]
    [InlineData("S10")]
    public async Task SlotCase_WithItsOwnClock_IsAnsweredExactly(string id)
    {
        Assert.SkipUnless(NodeRunner.IsAvailable, NotHere);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(NodeRunner.Shared!, "slots", "cases", $"{id}.json"), Ct));
        // The clock goes on from where it is set, and the case holds for the first minute: everything slow comes before.
        await using var before = await RunningHost.StartAsync(Ct);
        await ImportCasesAsync(before);
        await before.StopAsync();
        await using var host = await RunningHost.StartAsync(Ct, before.DataDirectory, $"--Development:FixedClock={file.RootElement.GetProperty("now").GetString()}");

        var (exitCode, output) = await RunCasesAsync(host, id);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Race_ManyCallersForEverySlot_HoldsEachOnce()
    {
        Assert.SkipUnless(NodeRunner.IsAvailable, NotHere);
        await using var host = await RunningHost.StartAsync(Ct);
        var slots = Path.Combine(host.DataDirectory, "slots.json");
        await File.WriteAllTextAsync(slots, JsonSerializer.Serialize(Weekdays().Take(3).SelectMany(Starts)), Ct);

        var (exitCode, output) = await NodeRunner.RunAsync(
            Ct, "bench/race.mjs", host.Address, "conformance-secret-A-0123456789abcdef", slots, "16", "6f1d0c52-8b1e-4a55-9d0e-51a2c3f4b601");

        Assert.True(exitCode == 0, output);
    }

    private static Task<(int ExitCode, string Output)> ConformanceAsync(RunningHost host, string shift) => NodeRunner.RunAsync(
        Ct, "vapi/conformance.mjs", host.Address, "-", "--hmac", "--sms-sink", $"{host.Address}/dev/sms", "--shift", shift, "--quiet", "vapi/cases/index.json");

    private static Task<(int ExitCode, string Output)> RunCasesAsync(RunningHost host, string pattern) =>
        NodeRunner.RunAsync(Ct, "slots/run.mjs", "run", host.Address, "slots/cases", pattern);

    private static async Task ImportCasesAsync(RunningHost host)
    {
        var folder = Path.Combine(host.DataDirectory, "slot-cases");
        await NodeRunner.RunAsync(Ct, "slots/run.mjs", "orgs", "slots/cases", folder);
        await host.ImportAsync(Directory.GetFiles(folder).Order(StringComparer.Ordinal), Ct);
    }

    private static IEnumerable<DateTime> Weekdays() => Enumerable.Range(30, 30)
        .Select(day => TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(day))
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static IEnumerable<string> Starts(DateTime day) =>
        Enumerable.Range(0, 16).Select(half => day.AddHours(9).AddMinutes(30 * half).ToString("yyyy-MM-dd'T'HH:mm", null));
}
