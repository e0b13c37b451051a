using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>One value has one token, however it was given.</summary>
public sealed class SpokenTokensTests
{
    [Theory]
    [InlineData("my name is Rebecca Hollis, H O L L I S", "my name is [PERSON_1], [PERSON_1]")]
    [InlineData("it's Patel, P for Papa, A for Alpha, T for Tango, E for Echo, L for Lima", "it's [PERSON_1], [PERSON_1]")]
    [InlineData("my surname is O'Shaughnessy, O apostrophe S H A U G H N E S S Y", "my surname is [PERSON_1], [PERSON_1]")]
    [InlineData("my surname is Lloyd, double L O Y D", "my surname is [PERSON_1], [PERSON_1]")]
    [InlineData("my surname is Novak, november oscar victor alpha kilo", "my surname is [PERSON_1], [PERSON_1]")]
    [InlineData("last name is Holis, H O L L I S", "last name is [PERSON_1], [PERSON_1]")]
    [InlineData("my name is Siobhan O apostrophe Brien. O'Brien, yes", "my name is [PERSON_1]. [PERSON_1], yes")]
    public void Redact_NameSaidAndSpelled_HasOneToken(string text, string expected) =>
        Assert.Equal(expected, Redacting.Redact(text).Text);

    [Theory]
    [InlineData("last name is Hollis, first name Roberta, R O B E R T A", "last name is [PERSON_1], first name [PERSON_2], [PERSON_2]")]
    public void Redact_OtherNameSpelled_HasItsOwnToken(string text, string expected) =>
        Assert.Equal(expected, Redacting.Redact(text).Text);

    [Fact]
    public void Redact_BirthDateReadBack_IsHiddenWithTheSameToken()
    {
        var session = new TranscriptRedactor().OpenSession(RedactionPresets.ClinicDefault, []);

        var given = session.Redact("my date of birth is the third of May nineteen eighty two");
        var repeated = session.Redact("So that's 3 May 1982 and your visit is on 4 May 2027.");

        Assert.Equal("my date of birth is [DATE_OF_BIRTH_1]", given.Text);
        Assert.Equal("So that's [DATE_OF_BIRTH_1] and your visit is on 4 May 2027.", repeated.Text);
    }

    [Fact]
    public void Redact_KnownBirthDateSpoken_IsHidden()
    {
        var result = Redacting.Redact("I have the third of May eighty two here, and a slot on the third of May", null, "1982-05-03");

        Assert.Equal("I have [DATE_OF_BIRTH_1] here, and a slot on the third of May", result.Text);
    }
}
