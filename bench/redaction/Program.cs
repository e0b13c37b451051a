using System.Text;
using Orchestrator.Core.Redaction;
using Orchestrator.Redaction.Bench;

Console.OutputEncoding = new UTF8Encoding(false);
switch (args)
{
    case ["redact", .. var rest]:
        var policy = RedactionPresets.Find(rest is ["--policy", var name] ? name : "clinic-default") ?? throw new ArgumentException("No such policy.");
        using (var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8))
        using (var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16))
            return await new RedactionJsonLines(new TranscriptRedactor(), policy).RunAsync(input, output, Console.Error, default) == 0 ? 0 : 1;
    case ["speed"]:
        return SpeedRun.Run(null);
    case ["speed", "--peers", var folder]:
        return SpeedRun.Run(folder);
    case ["fuzz", "--minutes", var minutes]:
        return FuzzRun.Run(double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture));
    default:
        await Console.Error.WriteLineAsync("usage: redaction-bench redact [--policy NAME] | speed [--peers FOLDER] | fuzz --minutes N");
        return 2;
}
