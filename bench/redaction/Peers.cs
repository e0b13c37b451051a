using System.Diagnostics;
using System.Globalization;

namespace Orchestrator.Redaction.Bench;

/// <summary>Packages of Node.js that redact the same text when asked, and tell the time they took.</summary>
internal sealed class Peers : IDisposable
{
    private readonly Process _node;
    private readonly string _file = Path.GetTempFileName();

    public Peers(string folder, string text)
    {
        File.WriteAllText(_file, text);
        _node = Process.Start(new ProcessStartInfo("node", ["peers.cjs", _file]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public static IReadOnlyList<string> Names { get; } = ["redact-pii", "openredaction"];

    public double TakeMs(string name)
    {
        _node.StandardInput.WriteLine(name);
        return double.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Node.js has gone; was `npm install` run in that folder?"), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
        File.Delete(_file);
    }
}
