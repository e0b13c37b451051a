using System.Text;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

public sealed class OffsetTests
{
    private static readonly string[] Noise = ["\U0001F600", "e\u0301", "\u200B", "\uD800", "\uDC00", "\u202E", "\u00A0", "👩‍⚕️", "ﬁ", "\uFE0F", "日本", "\u0000"];

    [Fact]
    public void Redact_EmojiBeforeAValue_GivesBothKindsOfOffsets()
    {
        var result = Redacting.Redact("😀 call 07700 900123");

        var span = Assert.Single(result.Spans);
        Assert.Equal((8, 20, 7, 19), (span.Start, span.End, span.CodePointStart, span.CodePointEnd));
    }

    [Fact]
    public void Redact_LoneSurrogate_CountsAsOne()
    {
        var span = Assert.Single(Redacting.Redact("\uD83D x \uDE00 07700 900123").Spans);

        Assert.Equal((6, 6), (span.Start, span.CodePointStart));
    }

    [Fact]
    public void Redact_NoisyTexts_SpansReproduceTheOutput()
    {
        var random = new Random(41);
        for (var i = 0; i < 3000; i++)
        {
            var text = WithNoise(CallText.Write(random), random);

            var result = Redacting.Redact(text);

            Assert.Equal(result.Text, Apply(text, result));
            Assert.All(result.Spans, span => Assert.Equal((CodePoints(text[..span.Start]), CodePoints(text[..span.End])), (span.CodePointStart, span.CodePointEnd)));
        }
    }

    [Fact]
    public void Redact_Turns_OffsetsAreTheTurnsOwn()
    {
        var result = Redacting.Redactor.Redact(new RedactionRequest([new(SpeakerRole.Agent, "What is your number?"), new(SpeakerRole.Caller, ""), new(SpeakerRole.Caller, "07700 900123")]));

        var span = Assert.Single(result.Spans);
        Assert.Equal((2, 0, 12), (span.Turn, span.Start, span.End));
        Assert.Equal(["What is your number?", "", "[PHONE_1]"], result.Turns);
    }

    private static string WithNoise(string text, Random random)
    {
        var noisy = new StringBuilder(text);
        for (var times = random.Next(6); times > 0; times--) noisy.Insert(random.Next(noisy.Length + 1), Values.Pick(random, Noise));
        return noisy.ToString();
    }

    private static string Apply(string text, RedactionResult result)
    {
        var output = new StringBuilder();
        var at = 0;
        foreach (var span in result.Spans)
        {
            output.Append(text, at, span.Start - at).Append(span.Replacement);
            at = span.End;
        }

        return output.Append(text, at, text.Length - at).ToString();
    }

    private static int CodePoints(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]))) count++;
        }

        return count;
    }
}
