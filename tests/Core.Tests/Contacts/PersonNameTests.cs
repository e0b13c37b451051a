using Orchestrator.Core.Contacts;
using Xunit;

namespace Orchestrator.Core.Tests.Contacts;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Marcus Delgado", "Marcus Delgado")]
    [InlineData("  Priya   Raman ", "Priya Raman")]
    [InlineData("Zoë Łukasiewicz-O’Brien 王小明", "Zoë Łukasiewicz-O’Brien 王小明")]
    [InlineData("J", "J")]
    [InlineData("Louis 14th", "Louis 14th")]
    public void Read_AName_IsKept(string text, string kept)
    {
        var name = PersonName.Read(text).Value;

        Assert.Equal(kept, name.Value);
        Assert.DoesNotContain(kept, name.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, PersonNameRefusal.Missing)]
    [InlineData("   ", PersonNameRefusal.Missing)]
    [InlineData("{{ patient_name }}", PersonNameRefusal.Missing)]
    [InlineData("Hello {{ patient_name }}", PersonNameRefusal.Missing)]
    [InlineData("undefined", PersonNameRefusal.Missing)]
    [InlineData("12345", PersonNameRefusal.Invalid)]
    [InlineData("٤٢", PersonNameRefusal.Invalid)]
    [InlineData("!!!", PersonNameRefusal.Invalid)]
    [InlineData("Marcus\0Delgado", PersonNameRefusal.Invalid)]
    [InlineData("Marcus\nDelgado", PersonNameRefusal.Invalid)]
    [InlineData("Marcus\u202EogadleD", PersonNameRefusal.Invalid)]
    [InlineData("Marcus\uD800", PersonNameRefusal.Invalid)]
    public void Read_NotAName_IsRefused(string? text, PersonNameRefusal refusal)
    {
        var result = PersonName.Read(text);

        Assert.Equal(refusal, result.Refusal);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Read_LongName_IsCountedInCodePoints(int length, bool taken)
    {
        var name = string.Concat(Enumerable.Repeat("\U00020000", length));

        Assert.Equal(taken, PersonName.TryParse(name, out _));
    }
}
