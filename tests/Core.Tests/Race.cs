using System.Globalization;
using Xunit;

namespace Orchestrator.Core.Tests;

/// <summary>
/// Trials of races. <c>RACE_TRIALS</c> in the environment sets how many natural ones (released together, whoever is first);
/// forced ones (an order of steps that is made to happen) are a fifth of that.
/// </summary>
internal static class Race
{
    private const int Lanes = 8;

    public static int Natural { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("RACE_TRIALS"), CultureInfo.InvariantCulture, out var trials) ? trials : 200;

    public static int Forced => Math.Max(1, Natural / 5);

    /// <summary>Starts every racer, releases them together and waits for all.</summary>
    public static async Task<T[]> AtOnceAsync<T>(params IReadOnlyList<Func<Task<T>>> racers)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = racers.Select(racer => Task.Run(async () =>
        {
            await gate.Task;
            return await racer();
        })).ToArray();
        gate.SetResult();
        return await Task.WhenAll(running);
    }

    /// <summary>The same racer several times.</summary>
    public static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> racer) =>
        AtOnceAsync([.. Enumerable.Range(0, count).Select<int, Func<Task<T>>>(i => () => racer(i))]);

    /// <summary>Runs the trials side by side, each lane with a state of its own, and counts those that hit.</summary>
    public static async Task<int> CountHitsAsync<TLane>(
        string id, int trials, Func<Task<TLane>> makeLane, Func<TLane, int, Task<bool>> isHit, int lanes = Lanes)
    {
        var hits = 0;
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(lanes, trials)).Select(_ => Task.Run(async () =>
        {
            var lane = await makeLane();
            for (var trial = Interlocked.Increment(ref next); trial < trials; trial = Interlocked.Increment(ref next))
            {
                if (await isHit(lane, trial))
                    Interlocked.Increment(ref hits);
            }
        })));
        Report($"{id}: {hits} of {trials}");
        return hits;
    }

    public static void Report(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
