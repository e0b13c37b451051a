using System.Text.Json;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>The shared sets of spoken and printed lines, where they are beside the repository.</summary>
public sealed class DevSetTests
{
    private static readonly HashSet<string> Structured = ["PHONE", "EMAIL", "CARD", "BANK", "GOVID", "HEALTHID", "NET", "SECRET"];

    [Theory]
    [InlineData("own_shared.jsonl", 0.95, false)]
    [InlineData("libphonenumber.jsonl", 0.97, true)]
    [InlineData("research_small.jsonl", 0.97, true)]
    [InlineData("scrubadub.jsonl", 0.97, true)]
    public void Redact_DevSet_ProtectsWhatIsMarked(string name, double share, bool structuredOnly)
    {
        var path = Redacting.DevSet(name);
        Assert.SkipUnless(path is not null, "The dev sets are not beside the repository.");
        int marked = 0, hidden = 0;

        foreach (var (text, spans, _) in Read(path!))
        {
            var result = Redacting.Redact(text);
            foreach (var (start, end, type) in spans.Where(span => !structuredOnly || Structured.Contains(span.Type)))
            {
                marked++;
                if (Redacting.Hides(result, text, start, end)) hidden++;
            }
        }

        Assert.True(hidden >= share * marked, $"{hidden} of {marked} hidden");
    }

    [Theory]
    [InlineData("own_shared.jsonl")]
    [InlineData("libphonenumber.jsonl")]
    [InlineData("research_small.jsonl")]
    [InlineData("scrubadub.jsonl")]
    public void Redact_NegativeLines_LeavesThem(string name)
    {
        var path = Redacting.DevSet(name);
        Assert.SkipUnless(path is not null, "The dev sets are not beside the repository.");

        foreach (var (text, spans, isNegative) in Read(path!))
        {
            if (isNegative && spans.Length == 0) Redacting.AssertUntouched(text);
        }
    }

    private static IEnumerable<(string Text, (int Start, int End, string Type)[] Spans, bool IsNegative)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var record = JsonDocument.Parse(line);
            var root = record.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var spans = root.GetProperty("spans").EnumerateArray()
                .Where(span => !(span.TryGetProperty("optional", out var optional) && optional.GetBoolean()))
                .Select(span => (Utf16(text, span.GetProperty("start").GetInt32()), Utf16(text, span.GetProperty("end").GetInt32()), span.GetProperty("type").GetString()!))
                .ToArray();
            yield return (text, spans, root.GetProperty("kind").GetString() == "neg");
        }
    }

    private static int Utf16(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0; codePoints--) at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return at;
    }
}
