using System.Diagnostics;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Tests.Redaction;

namespace Orchestrator.Redaction.Bench;

/// <summary>The tests' fuzzer for as long as asked, with the seed to come back to a finding.</summary>
internal static class FuzzRun
{
    private const int TextsPerSeed = 2000;

    public static int Run(double minutes)
    {
        var redactor = new TranscriptRedactor();
        var watch = Stopwatch.StartNew();
        var findings = 0;
        var seed = Environment.TickCount & 0xFFFF;
        for (; watch.Elapsed.TotalMinutes < minutes && findings < 10; seed++)
        {
            var fuzzer = new Fuzzer(new Random(seed));
            for (var i = 0; i < TextsPerSeed; i++)
            {
                if (fuzzer.Run(redactor) is not { } finding) continue;
                findings++;
                Console.WriteLine($"seed {seed}: {finding}\n");
            }
        }

        Console.WriteLine($"{findings} findings, last seed {seed}");
        return findings == 0 ? 0 : 1;
    }
}
