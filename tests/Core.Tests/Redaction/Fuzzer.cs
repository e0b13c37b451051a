using System.Text;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Plants a value with its cue into a broken text and looks for it in the output.</summary>
internal sealed class Fuzzer(Random random)
{
    private static readonly string[] Shards =
    [
        "\u200B", "\u202E", "\uD83D", "\uDE00", "\u0301", "\0", "\r\n", "\t", "[PHONE_", "]", "****", "AI: ", "\nUser: ", "@", "://", "www.", "::", "--", "...", "((", ")", "+", "$", "%",
        "'", "\u2019s", "\\n", "０", "١", "𝟎", "日本", "é", "😀", "double ", "hundred ", "dot com ", "at ", "my ", "oh ", "first of ", "May ", "born ", "name is ", "code ", " ", " ", ", ", ". ", "1", "99", "A", "x",
    ];

    /// <summary>What went wrong, or nothing.</summary>
    public string? Run(ITranscriptRedactor redactor)
    {
        var (cue, value) = Plant();
        var text = new StringBuilder();
        for (var parts = random.Next(4); parts > 0; parts--) text.Append(Junk()).Append(CallText.Part(random));
        text.Append(". ").Append(cue).Append(value).Append(". ");
        for (var parts = random.Next(3); parts > 0; parts--) text.Append(CallText.Part(random)).Append(Junk());
        return Check(redactor, text.ToString(), cue + value);
    }

    private static string? Check(ITranscriptRedactor redactor, string text, string value)
    {
        RedactionResult result;
        try
        {
            result = redactor.Redact(new RedactionRequest(text));
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name} at '{text}': {e.Message}";
        }

        if (result.Text.Contains(value, StringComparison.OrdinalIgnoreCase)) return $"'{value}' leaks from '{text}': '{result.Text}'";
        for (var i = 1; i < result.Spans.Count; i++)
        {
            if (result.Spans[i].Start < result.Spans[i - 1].End) return $"Spans overlap in '{text}'";
        }

        return null;
    }

    private (string Cue, string Value) Plant()
    {
        var (digits, groups) = Values.Phone(random);
        return random.Next(7) switch
        {
            0 => ("My phone number is ", Values.Pick(random, Say.NumberStyles)(random, digits, groups)),
            1 => ("My email is ", Values.Mail(random)),
            2 => ("My card number is ", Values.Card(random)),
            3 => ("My date of birth is ", Values.Pick(random, Say.Dates(random.Next(1, 29), random.Next(1, 13), random.Next(1930, 2020)).ToArray())),
            4 => ("My social security number is ", Values.Ssn(random)),
            5 => ("The code you sent me is ", Values.Digits(random, 6)),
            _ => ("My name is ", Values.Name(random)),
        };
    }

    private string Junk() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Values.Pick(random, Shards)));
}
