using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Vapi;

/// <summary>Reads Vapi's plain transcript: a turn begins with a line such as <c>AI: …</c> or <c>User: …</c>.</summary>
internal static class TranscriptLines
{
    private static readonly (string Label, SpeakerRole Role)[] Labels =
    [
        ("AI:", SpeakerRole.Agent), ("Assistant:", SpeakerRole.Agent), ("Bot:", SpeakerRole.Agent), ("Agent:", SpeakerRole.Agent),
        ("User:", SpeakerRole.Caller), ("Caller:", SpeakerRole.Caller), ("Customer:", SpeakerRole.Caller),
    ];

    public static List<ReportTurn> Read(string? transcript)
    {
        var turns = new List<ReportTurn>();
        if (string.IsNullOrWhiteSpace(transcript))
            return turns;
        var (start, role) = (0, SpeakerRole.Unknown);
        for (var line = 0; line >= 0 && line < transcript.Length;)
        {
            if (Label(transcript.AsSpan(line)) is { } label)
            {
                Add(turns, role, transcript.AsSpan(start, line - start));
                (start, role) = (line + label.Length, label.Role);
            }

            var end = transcript.IndexOf('\n', line);
            line = end < 0 ? -1 : end + 1;
        }

        Add(turns, role, transcript.AsSpan(start));
        return turns;
    }

    private static (int Length, SpeakerRole Role)? Label(ReadOnlySpan<char> line)
    {
        foreach (var (label, role) in Labels)
        {
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                return (label.Length, role);
        }

        return null;
    }

    private static void Add(List<ReportTurn> turns, SpeakerRole role, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.IsEmpty)
            turns.Add(new ReportTurn(role, text.ToString(), null));
    }
}
