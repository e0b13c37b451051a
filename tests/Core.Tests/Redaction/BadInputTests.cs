using System.Text;
using System.Text.Json;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>What a broken sender may deliver: hidden or passed, never an exception.</summary>
public sealed class BadInputTests
{
    private const string Said = "my number is 07700 900123 and I'm José";

    [Fact]
    public async Task RunAsync_Utf8CutAtEveryByte_HidesTheNumberInWhatIsLeft()
    {
        var bytes = Encoding.UTF8.GetBytes(Said);

        for (var cut = Encoding.UTF8.GetByteCount("my number is 07700 900123"); cut <= bytes.Length; cut++)
        {
            var line = Encoding.UTF8.GetBytes("{\"id\":1,\"text\":\"").Concat(bytes[..cut]).Concat("\"}"u8.ToArray()).ToArray();
            using var input = new StreamReader(new MemoryStream(line), new UTF8Encoding(false));
            using var output = new StringWriter();

            await new RedactionJsonLines(Redacting.Redactor, RedactionPresets.ClinicDefault).RunAsync(input, output, TextWriter.Null, TestContext.Current.CancellationToken);

            using var record = JsonDocument.Parse(output.ToString());
            Assert.StartsWith("my number is [PHONE_1]", record.RootElement.GetProperty("redacted").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uDC00")]
    [InlineData("\uDC00\uD800")]
    [InlineData("\uFFFD")]
    [InlineData("\u202E")]
    [InlineData("\u2067\u2069")]
    [InlineData("\u200D")]
    [InlineData("\uFEFF")]
    [InlineData("\0")]
    [InlineData("e\u0301\u0301\u0301")]
    public void Redact_StrayCharacterAtEveryPlace_NeitherThrowsNorLosesItsWay(string stray)
    {
        for (var at = 0; at <= Said.Length; at++)
        {
            var text = Said.Insert(at, stray);

            var result = Redacting.Redact(text);

            Assert.False(result.Withheld);
            Assert.All(result.Spans, span => Assert.True(span.Start < span.End && span.End <= text.Length));
            Assert.Equal(result.Text, Redacting.Redact(result.Text).Text);
        }
    }

    [Theory]
    [InlineData("\u200D")]
    [InlineData("\u200B")]
    [InlineData("\u2060")]
    [InlineData("\u202E")]
    [InlineData("\uFEFF")]
    public void Redact_InvisibleCharacterWithinANumber_HidesAllOfIt(string joint)
    {
        var text = "my number is " + string.Join(joint, "07700900123".ToCharArray());

        Assert.Equal("my number is [PHONE_1]", Redacting.Redact(text).Text);
    }

    [Fact]
    public void Redact_EmptyTurns_KeepTheirPlaces()
    {
        var turns = new SpeakerTurn[] { new(SpeakerRole.Agent, ""), new(SpeakerRole.Agent, "Your number?"), new(SpeakerRole.Caller, ""), new(SpeakerRole.Unknown, " "), new(SpeakerRole.Caller, "07700 900123"), new(SpeakerRole.Caller, "") };

        var result = Redacting.Redactor.Redact(new RedactionRequest(turns));

        Assert.Equal(["", "Your number?", "", " ", "[PHONE_1]", ""], result.Turns);
    }

    [Fact]
    public void Redact_NoTurns_GivesNone() => Assert.Empty(Redacting.Redactor.Redact(new RedactionRequest(Array.Empty<SpeakerTurn>())).Turns);

    [Fact]
    public void Redact_LongTextAfterLongText_ReadsTheNextRight()
    {
        Redacting.Redact(string.Concat(Enumerable.Repeat("seven and a half words of nothing much ", 60_000)));

        Assert.Equal("my number is [PHONE_1]", Redacting.Redact("my number is 07700 900123").Text);
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(200)]
    public void Redact_WordsAroundABlocksEdge_AreReadWhole(int length)
    {
        for (var shift = 0; shift < 24; shift++)
        {
            var text = new string('x', length - shift) + " my name is Rebecca Hollis";

            Assert.EndsWith("my name is [PERSON_1]", Redacting.Redact(text).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sources_OfTheEngine_HoldNoRegularExpression()
    {
        var engine = typeof(TranscriptRedactor).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Orchestrator.Core.Redaction", StringComparison.Ordinal) == true);

        Assert.DoesNotContain(engine, type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)
            .Any(field => typeof(System.Text.RegularExpressions.Regex).IsAssignableFrom(field.FieldType)));
    }
}
