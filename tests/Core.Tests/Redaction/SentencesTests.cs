using System.Text;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

public sealed class SentencesTests
{
    public static TheoryData<string> Lines => [.. new[] { Sentences.Numbers, Sentences.Identifiers, Sentences.Contacts, Sentences.Birthdays, Sentences.Names, Sentences.Calls, Sentences.Harmless, MoreSentences.Corrections, MoreSentences.Spelling, MoreSentences.Pieces, MoreSentences.Harmless, CallSnippets.Values, CallSnippets.Harmless, LaterCalls.Values, LaterCalls.Harmless }
        .SelectMany(group => group.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redact_LabelledLines_HidesExactlyWhatIsMarked(string line)
    {
        var isCall = line.Contains(" / ", StringComparison.Ordinal) || line.StartsWith("A:", StringComparison.Ordinal);
        var marked = isCall ? string.Join('\n', line.Split(" / ").Select(turn => turn.StartsWith("A:", StringComparison.Ordinal) ? $"AI:{turn[2..]}" : $"User: {turn}")) : line;
        var (text, hidden) = Unmark(marked);

        var result = Redacting.Redact(text);

        Assert.Equal(Show(text, i => hidden[i]), Show(text, i => result.Spans.Any(span => span.Start <= i && i < span.End)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Redact_StructuredTurns_HidesExactlyWhatIsMarked(string line)
    {
        var turns = line.Split(" / ");
        var unmarked = turns.Select(turn => Unmark(turn.StartsWith("A:", StringComparison.Ordinal) ? turn[2..].TrimStart() : turn)).ToArray();
        var roles = turns.Select(turn => turn.StartsWith("A:", StringComparison.Ordinal) ? SpeakerRole.Agent : SpeakerRole.Caller);

        var result = Redacting.Redactor.Redact(new RedactionRequest([.. roles.Zip(unmarked, (role, turn) => new SpeakerTurn(role, turn.Text))]));

        for (var t = 0; t < turns.Length; t++)
            Assert.Equal(Show(unmarked[t].Text, i => unmarked[t].Hidden[i]), Show(unmarked[t].Text, i => result.Spans.Any(span => span.Turn == t && span.Start <= i && i < span.End)));
    }

    private static string Show(string text, Func<int, bool> isHidden) =>
        string.Concat(text.Select((c, i) => char.IsLetterOrDigit(c) && isHidden(i) ? '#' : c));

    private static (string Text, bool[] Hidden) Unmark(string marked)
    {
        var text = new StringBuilder();
        var hidden = new List<bool>();
        var inside = false;
        foreach (var c in marked)
        {
            if (c is '{' or '}')
            {
                inside = c == '{';
                continue;
            }

            text.Append(c);
            hidden.Add(inside);
        }

        return (text.ToString(), [.. hidden]);
    }
}
