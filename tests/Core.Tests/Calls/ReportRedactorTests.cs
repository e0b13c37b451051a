using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Calls;

public sealed class ReportRedactorTests
{
    private static readonly ReportRules Rules = new(RedactionPresets.ClinicDefault, []);

    [Theory]
    [InlineData("Please read me the six digit code we texted you.", "482913", "482913")]
    [InlineData("I sent you a verification code. Can you read it to me?", "Sure. 48 29 13.", "29 13")]
    [InlineData("What is the code?", "it's four eight two, nine one three", "four eight two")]
    [InlineData("Can you read me the verification code?", "Sure. 48 29 13.", "29 13")]
    [InlineData("Could you tell me the code again please?", "4 8 2 9 1 3", "2 9 1 3")]
    public void Redact_AnswerToTheQuestionForACode_IsHidden(string question, string answer, string secret)
    {
        var redacted = Redact(Turns((SpeakerRole.Agent, question), (SpeakerRole.Caller, answer)));

        Assert.Contains(question, Text(redacted.Turns), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Text(redacted.Turns), StringComparison.Ordinal);
        Assert.Equal(ReportState.Stored, redacted.State);
    }

    [Fact]
    public void Redact_CodeOfTheConversation_IsHiddenInSummaryAndAnalysis()
    {
        var report = new CallReport
        {
            Turns = Turns((SpeakerRole.Agent, "What is the code we texted you?"), (SpeakerRole.Caller, "482913")),
            Summary = "The caller said 482913 and was booked.",
            Analysis = Json("""{"notes":["gave 482913 at once"],"attempts":1}"""),
        };

        var redacted = Redact(report);

        Assert.DoesNotContain("482913", Everything(redacted), StringComparison.Ordinal);
        Assert.Contains("\"attempts\":1", Text(redacted.Analysis), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_CodeThatTheAgentPassedToATool_IsHiddenHoweverItWasAskedFor()
    {
        var report = new CallReport
        {
            Turns = Turns((SpeakerRole.Agent, "I sent you something. What does it say?"), (SpeakerRole.Caller, "48 29 13"), (SpeakerRole.Caller, "four eight two nine one three")),
            Known = [new KnownValue("482913", EntityType.Otp)],
        };

        var redacted = Redact(report);

        Assert.DoesNotContain("29 13", Text(redacted.Turns), StringComparison.Ordinal);
        Assert.DoesNotContain("nine one", Text(redacted.Turns), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_WhatTheClinicKnows_IsHiddenWithoutACue()
    {
        var rules = Rules with
        {
            Known = [new KnownValue("Ada Byron", EntityType.Person), new KnownValue("+447700900123", EntityType.PhoneNumber), new KnownValue("Dr. Lena Fox", EntityType.ProviderName)],
        };
        var report = new CallReport
        {
            Turns = Turns((SpeakerRole.Caller, "so Byron wants Lena Fox on Tuesday"), (SpeakerRole.Caller, "07700 900123 works")),
            Structured = Json("""{"a":{"result":{"who":"Byron","when":"Tuesday"}}}"""),
        };

        var redacted = Redact(report, rules);

        Assert.DoesNotContain("Byron", Everything(redacted), StringComparison.Ordinal);
        Assert.DoesNotContain("900123", Everything(redacted), StringComparison.Ordinal);
        Assert.Contains("Lena Fox on Tuesday", Text(redacted.Turns), StringComparison.Ordinal);
        Assert.Contains("\"PERSON\":2", Text(redacted.Counts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"verificationCode":"482913"}""", "482913")]
    [InlineData("""{"verification_code":482913}""", "482913")]
    [InlineData("""{"callerPhone":4155550177}""", "4155550177")]
    [InlineData("""{"phone_number":"(415) 555-0177"}""", "555-0177")]
    [InlineData("""{"patientName":"Maria Garcia"}""", "Garcia")]
    [InlineData("""{"email":"maria@example.com"}""", "maria@")]
    [InlineData("""{"a":[[{"b":[{"dateOfBirth":"1988-03-14"}]}]]}""", "1988-03-14")]
    [InlineData("\"Her number is 415 555 0177\"", "555 0177")]
    [InlineData("""["call 415 555 0177"]""", "0177")]
    [InlineData("""{"maria@example.com":true}""", "maria@")]
    public void Redact_AnalysisOfAnyShape_KeepsTheShapeAndHidesTheValue(string analysis, string secret)
    {
        var redacted = Redact(new CallReport { Analysis = Json(analysis) });

        var text = Text(redacted.Analysis);
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Equal(Shape(Json(analysis)), Shape(Json(text)));
    }

    [Fact]
    public void Redact_HarmlessAnalysis_IsUnchanged()
    {
        const string Analysis = """{"successEvaluation":"true","score":0.87,"turns":12,"ok":false,"nothing":null,"list":["new visit",3]}""";

        var redacted = Redact(new CallReport { Analysis = Json(Analysis) });

        Assert.Equal(Analysis, Text(redacted.Analysis));
        Assert.Equal("{}", Text(redacted.Counts));
    }

    [Fact]
    public void Redact_PastItsBudget_WithholdsTheRestAndSaysSo()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(2) };
        var report = new CallReport { Turns = Turns([.. Enumerable.Range(0, 4).Select(n => (SpeakerRole.Caller, $"turn {n} " + new string('x', 500_000)))]), Summary = "quiet secret" };

        var redacted = new ReportRedactor(new TranscriptRedactor(), time).Redact(report, null, Rules);

        Assert.Equal(ReportState.Withheld, redacted.State);
        Assert.Equal(4, redacted.WithheldParts);
        Assert.Equal(RedactionResult.WithheldText, redacted.Summary);
        Assert.Equal(["turn 0", "[WITHH", "[WITHH", "[WITHH"], Json(Text(redacted.Turns)).EnumerateArray().Select(turn => turn.GetProperty("text").GetString()![..6]));
    }

    [Fact]
    public void Redact_QuestionAndAnswerInDifferentWindows_HidesTheCode()
    {
        var filler = Enumerable.Repeat((SpeakerRole.Caller, string.Concat(Enumerable.Repeat("well you see ", 250))), 161);
        var report = Turns([.. filler, (SpeakerRole.Agent, "Please read me the code we texted you."), (SpeakerRole.Caller, "482913"), .. filler]);
        for (var shift = 0; shift < 4; shift++)
        {
            var redacted = Redact(new CallReport { Turns = [.. Turns([.. Enumerable.Repeat((SpeakerRole.Caller, new string('a', 700)), shift)]), .. report] });

            Assert.DoesNotContain("482913", Text(redacted.Turns), StringComparison.Ordinal);
            Assert.Equal(report.Count + shift, redacted.TurnCount);
        }
    }

    [Fact]
    public void Redact_TextThatCannotBeStoredOrRead_NeverThrows()
    {
        var report = new CallReport
        {
            Turns = [new ReportTurn(SpeakerRole.Caller, null, 3), new ReportTurn(SpeakerRole.Caller, "a\0b", null), new ReportTurn(SpeakerRole.Unknown, "\ud800", -1)],
            Analysis = Json("""{"a":"\ud800","b\u0000":"c\u0000"}"""),
        };

        var redacted = Redact(report);

        Assert.Equal(ReportState.Withheld, redacted.State);
        Assert.Equal(2, redacted.WithheldParts);
        Assert.DoesNotContain("\\u0000", Everything(redacted), StringComparison.Ordinal);
        Assert.DoesNotContain("\0", Everything(redacted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer-ended-call", "customer-ended-call")]
    [InlineData("call.in-progress.error-providerfault-openai-429", "call.in-progress.error-providerfault-openai-429")]
    [InlineData("call 415 555 0177 failed", "call [PHONE_1] failed")]
    [InlineData(null, null)]
    public void Redact_EndedReason_IsKeptAsAWord(string? reason, string? expected) =>
        Assert.Equal(expected, new ReportRedactor(new TranscriptRedactor(), TimeProvider.System).Redact(CallReport.Nothing, reason, Rules).EndedReason);

    [Fact]
    public void Redact_ReportOfNothing_IsEmpty() => Assert.Equal(ReportState.Empty, Redact(CallReport.Nothing).State);

    private static RedactedReport Redact(List<ReportTurn> turns) => Redact(new CallReport { Turns = turns });

    private static RedactedReport Redact(CallReport report, ReportRules? rules = null) =>
        new ReportRedactor(new TranscriptRedactor(), TimeProvider.System).Redact(report, null, rules ?? Rules);

    private static List<ReportTurn> Turns(params (SpeakerRole Role, string Text)[] turns) => [.. turns.Select(turn => new ReportTurn(turn.Role, turn.Text, null))];

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static string Text(byte[]? json) => Encoding.UTF8.GetString(json ?? []);

    private static string Everything(RedactedReport report) =>
        string.Join('\n', Text(report.Turns), report.Summary, Text(report.Analysis), Text(report.Structured), Text(report.Counts), report.EndedReason);

    /// <summary>The structure without names and values; a number may become a text.</summary>
    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Select(property => Shape(property.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Shape)) + "]",
        _ => "v",
    };
}
