using Orchestrator.Core.Redaction;

namespace Orchestrator.Redaction.Bench;

/// <summary>The engine against eight patterns and, where they are installed, packages of Node.js; then how time grows.</summary>
internal static class SpeedRun
{
    private const int Length = 30 * 1024;

    private static readonly TranscriptRedactor Redactor = new();
    private static readonly RedactionPolicy Clinical = RedactionPresets.Create(null, new Dictionary<string, string> { ["MEDICAL"] = "token" }).Value;

    /// <param name="peers">A folder with the packages, or null.</param>
    public static int Run(string? peers)
    {
        var isTold = Compare("call", Dialogue.Write(Length), peers) & Compare("printed values", PrintedText.Write(Length), peers);
        Scaling();
        Adversaries();
        return isTold ? 0 : 1;
    }

    private static bool Compare(string title, string text, string? folder)
    {
        using var peers = folder is null ? null : new Peers(folder, text);
        var contest = new Contest(title, text);
        contest.Enter("engine", input => Redactor.Redact(new RedactionRequest(input)).Text.Length);
        contest.Enter("engine, clinical terms too", input => Redactor.Redact(new RedactionRequest(input) { Policy = Clinical }).Text.Length);
        contest.Enter("eight source-generated patterns", input => Patterns.Redact(input).Length);
        contest.Enter("seven of them, no clinical terms", input => Patterns.RedactPrinted(input).Length);
        foreach (var name in peers is null ? [] : Peers.Names) contest.Enter(name, () => peers!.TakeMs(name));
        return contest.Run();
    }

    private static void Scaling()
    {
        foreach (var size in new[] { 10_000, 100_000, 1_000_000 }) Console.WriteLine($"{size,9} characters: {Best(Dialogue.Write(size)) / size * 1e6:F2} ns each");
    }

    private static void Adversaries()
    {
        var normal = Best(Dialogue.Write(100_000)) / 100_000;
        foreach (var (name, text) in Adversary.All(100_000))
        {
            var each = Best(text) / text.Length;
            Console.WriteLine($"{name,-22} {each * 1e6,8:F2} ns per character  {each / normal,6:F2}x");
        }
    }

    private static double Best(string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 40; i++)
        {
            var start = CpuClock.Milliseconds();
            Redactor.Redact(new RedactionRequest(text));
            best = Math.Min(best, CpuClock.Milliseconds() - start);
        }

        return best;
    }
}
