using System.Diagnostics;
using System.Globalization;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Redaction.Bench;

/// <summary>The engine against packages of Node.js, in turn on the same text. Needs `npm install` in this folder.</summary>
internal static class PeerRun
{
    private const int Rounds = 20;
    private static readonly string[] Peers = ["redact-pii", "openredaction"];

    public static int Run(string folder)
    {
        var text = Dialogue.Write(30 * 1024);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        using var node = Process.Start(new ProcessStartInfo("node", ["peers.cjs", file]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var redactor = new TranscriptRedactor();
        for (var i = 0; i < 1000; i++) redactor.Redact(new RedactionRequest(text));
        var times = Peers.Prepend("engine").ToDictionary(name => name, _ => new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            var start = CpuClock.Milliseconds();
            redactor.Redact(new RedactionRequest(text));
            times["engine"].Add(CpuClock.Milliseconds() - start);
            foreach (var peer in Peers)
            {
                node.StandardInput.WriteLine(peer);
                if (node.StandardOutput.ReadLine() is not { } answer) return 1;
                times[peer].Add(double.Parse(answer, CultureInfo.InvariantCulture));
            }
        }

        node.StandardInput.Close();
        File.Delete(file);
        var engine = Median(times["engine"]);
        foreach (var (name, taken) in times) Console.WriteLine($"{name,-14} p50 {Median(taken),8:F3} ms  {Median(taken) / engine,8:F1}x of the engine");
        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
