using System.Text.Json;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>What has been redacted once is not changed by redacting it again.</summary>
public sealed class IdempotenceTests
{
    [Fact]
    public void Redact_GeneratedCallsTwice_ChangesNothingTheSecondTime()
    {
        var random = new Random(31);
        for (var i = 0; i < 10_000; i++) AssertStable(CallText.Write(random), RedactionPresets.ClinicDefault);
    }

    [Fact]
    public void Redact_EveryPresetTwice_ChangesNothingTheSecondTime()
    {
        var random = new Random(32);
        for (var i = 0; i < 1500; i++)
        {
            foreach (var policy in RedactionPresets.All) AssertStable(CallText.Write(random), policy);
        }
    }

    [Theory]
    [InlineData(RedactionAction.Label)]
    [InlineData(RedactionAction.Mask)]
    [InlineData(RedactionAction.Generalise)]
    public void Redact_OtherActionsTwice_ChangesNothingTheSecondTime(RedactionAction action)
    {
        var policy = RedactionPresets.ClinicDefault.With(1, EntityTypes.All.Where(type => !type.IsNeverKept()).ToDictionary(type => type, _ => action)).Value;
        var random = new Random(33);

        for (var i = 0; i < 1500; i++) AssertStable(CallText.Write(random), policy);
    }

    [Theory]
    [InlineData("own_shared.jsonl")]
    [InlineData("research_small.jsonl")]
    [InlineData("redactpii.jsonl")]
    [InlineData("scrubadub.jsonl")]
    [InlineData("openredaction.jsonl")]
    [InlineData("libphonenumber.jsonl")]
    public void Redact_DevSetTwice_ChangesNothingTheSecondTime(string name)
    {
        var path = Redacting.DevSet(name);
        Assert.SkipUnless(path is not null, "The dev sets are not beside the repository.");

        foreach (var line in File.ReadLines(path!))
        {
            using var record = JsonDocument.Parse(line);
            AssertStable(record.RootElement.GetProperty("text").GetString()!, RedactionPresets.ClinicDefault);
        }
    }

    private static void AssertStable(string text, RedactionPolicy policy)
    {
        var once = Redacting.Redact(text, policy).Text;

        var twice = Redacting.Redact(once, policy).Text;

        Assert.True(once == twice, $"{policy.Name}: '{text}'\nbecame '{once}'\nand then '{twice}'");
    }
}
