namespace Orchestrator.Redaction.Bench;

/// <summary>
/// Runs contenders in turn, round by round, and compares them within each round, so that a busy machine slows all alike.
/// Time is that of the thread, not of the clock on the wall.
/// </summary>
internal sealed class Contest(string title, string text)
{
    private const int Rounds = 7;
    private const double RoundMs = 700;
    private const double WidestRange = 3;

    private readonly List<(string Name, Func<double> TakeMs, List<double> Samples, List<double> Medians)> _contenders = [];

    public void Enter(string name, Func<string, int> work) => Enter(name, () =>
    {
        var start = CpuClock.Milliseconds();
        work(text);
        return CpuClock.Milliseconds() - start;
    });

    public void Enter(string name, Func<double> takeMs) => _contenders.Add((name, takeMs, [], []));

    /// <summary>The first contender is the measure of the others. False when a ratio ranges too widely to be told.</summary>
    public bool Run()
    {
        foreach (var contender in _contenders) Warm(contender.TakeMs);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in _contenders) contender.Medians.Add(Median(Take(contender.TakeMs, contender.Samples)));
        }

        Console.WriteLine($"{title}, {text.Length} characters, {Rounds} rounds");
        var isTold = true;
        foreach (var (name, _, samples, medians) in _contenders)
        {
            var ratios = medians.Zip(_contenders[0].Medians, (other, first) => other / first).Order().ToArray();
            samples.Sort();
            Console.WriteLine($"  {name,-34} p50 {Median(samples),8:F3} ms  p99 {samples[(int)(samples.Count * 0.99)],8:F3} ms  {text.Length / Median(samples) / 1000,7:F1} MB/s  {ratios[Rounds / 2],7:F2}x ({ratios[0]:F2} to {ratios[^1]:F2})");
            isTold &= ratios[^1] <= WidestRange * ratios[0];
        }

        if (!isTold) Console.WriteLine("  a ratio ranges more than threefold: the machine is too busy to tell");
        return isTold;
    }

    private static void Warm(Func<double> takeMs)
    {
        for (double spent = 0, times = 0; spent < RoundMs && times < 1500; times++) spent += takeMs();
        Thread.Sleep(200);
        for (double spent = 0, times = 0; spent < RoundMs / 4 && times < 500; times++) spent += takeMs();
    }

    private static List<double> Take(Func<double> takeMs, List<double> samples)
    {
        var taken = new List<double>();
        for (double spent = 0; spent < RoundMs || taken.Count < 3;)
        {
            taken.Add(takeMs());
            spent += taken[^1];
        }

        samples.AddRange(taken);
        return taken;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
