using Orchestrator.Core.Redaction;

namespace Orchestrator.Redaction.Bench;

/// <summary>Times the engine and the eight patterns in turn on the same text, so that a busy machine slows both.</summary>
internal static class SpeedRun
{
    private const int Rounds = 400;

    public static void Run()
    {
        var redactor = new TranscriptRedactor();
        var text = Dialogue.Write(30 * 1024);
        for (var i = 0; i < 1000; i++)
        {
            redactor.Redact(new RedactionRequest(text));
            Patterns.Redact(text);
        }

        double[] engine = new double[Rounds], patterns = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            engine[i] = Time(() => redactor.Redact(new RedactionRequest(text)).Text.Length);
            patterns[i] = Time(() => Patterns.Redact(text).Length);
        }

        Report("engine, 30 KB", engine, text.Length);
        Report("eight patterns, 30 KB", patterns, text.Length);
        Console.WriteLine($"ratio of medians: {Median(patterns) / Median(engine):F2}x");
        Scaling(redactor);
        Adversaries(redactor);
    }

    private static void Scaling(TranscriptRedactor redactor)
    {
        foreach (var size in new[] { 10_000, 100_000, 1_000_000 })
        {
            var text = Dialogue.Write(size);
            Console.WriteLine($"{size,9} chars: {Best(redactor, text) / size * 1e6:F2} ns/char");
        }
    }

    private static void Adversaries(TranscriptRedactor redactor)
    {
        var normal = Best(redactor, Dialogue.Write(100_000)) / 100_000;
        foreach (var (name, text) in Adversary.All(100_000))
        {
            var each = Best(redactor, text) / text.Length;
            Console.WriteLine($"{name,-22} {each * 1e6,8:F2} ns/char  {each / normal,6:F2}x");
        }
    }

    private static double Best(TranscriptRedactor redactor, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 12; i++) best = Math.Min(best, Time(() => redactor.Redact(new RedactionRequest(text)).Text.Length));
        return best;
    }

    private static double Time(Func<int> work)
    {
        var start = CpuClock.Milliseconds();
        work();
        return CpuClock.Milliseconds() - start;
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static void Report(string name, double[] times, int length)
    {
        var median = Median(times);
        Console.WriteLine($"{name,-24} p50 {median:F3} ms  p99 {times[(int)(times.Length * 0.99)]:F3} ms  {length / median / 1000:F1} MB/s");
    }
}
