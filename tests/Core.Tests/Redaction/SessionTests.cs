using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

public sealed class SessionTests
{
    [Fact]
    public void Redact_SameValueSpokenAndPrinted_GivesOneToken()
    {
        var session = Redacting.Redactor.OpenSession(RedactionPresets.ClinicDefault, []);

        var said = session.Redact("my number is oh seven seven double oh nine hundred one two three");
        var printed = session.Redact("call +44 7700 900123 or 07700 900456");

        Assert.Equal("my number is [PHONE_1]", said.Text);
        Assert.Equal("call [PHONE_1] or [PHONE_2]", printed.Text);
    }

    [Theory]
    [InlineData("my email is j dot smith at gmail dot com", "j.smith@gmail.com", "EMAIL")]
    [InlineData("my date of birth is the third of May nineteen eighty two", "born on 03/05/1982", "DATE_OF_BIRTH")]
    [InlineData("my card is four two four two, four two four two, four two four two, four two four two", "4242424242424242", "CARD")]
    public void Redact_OtherValuesSpokenAndPrinted_GiveOneToken(string said, string printed, string name)
    {
        var session = Redacting.Redactor.OpenSession(RedactionPresets.ClinicDefault, []);

        session.Redact(said);

        Assert.Contains($"[{name}_1]", session.Redact(printed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_NameGivenInOneText_IsHiddenInTheNext()
    {
        var session = Redacting.Redactor.OpenSession(RedactionPresets.ClinicDefault, []);

        session.Redact("my name is Rebecca Hollis");

        Assert.Equal("[PERSON_1] asked for a refill.", session.Redact("Rebecca Hollis asked for a refill.").Text);
        Assert.DoesNotContain("Hollis", session.Redact("The patient, Ms. Hollis's daughter, called.").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hollis, Rebecca is booked")]
    [InlineData("I spoke to rebecca about it")]
    [InlineData("it's Holis with one l")]
    [InlineData("Rebeka called")]
    [InlineData("that's H O L L I S")]
    public void Redact_KnownName_HidesItsWordsSoundsAndSpelling(string text)
    {
        var result = Redacting.Redact(text, null, "Rebecca Hollis");

        Assert.NotEmpty(result.Spans);
        Assert.DoesNotContain("ollis", result.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("rebec", result.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("I will be there in May")]
    [InlineData("that would be grand")]
    public void Redact_KnownNameThatIsAWord_LeavesTheWord(string text) => Assert.Equal(text, Redacting.Redact(text, null, "Will Grand", "May Grant").Text);

    [Theory]
    [InlineData("it was sent to 415 555 0132 yesterday")]
    [InlineData("five five five oh one three two")]
    [InlineData("so 4, 1, 5, 5, 5, 5, 0, 1, 3, 2 then")]
    public void Redact_KnownNumber_HidesItHoweverSaid(string text) => Assert.NotEmpty(Redacting.Redact(text, null, "+14155550132").Spans);

    [Theory]
    [InlineData("seven seven three oh four one I think")]
    [InlineData("77 30 41")]
    public void Redact_KnownCode_HidesItWithoutCue(string text)
    {
        var result = Redacting.Redactor.Redact(new RedactionRequest(text) { Known = [new KnownValue("773041", EntityType.Otp)] });

        Assert.Equal(EntityType.Otp, Assert.Single(result.Spans).Type);
    }

    [Fact]
    public void Learn_DuringTheCall_HidesFromThenOn()
    {
        var session = Redacting.Redactor.OpenSession(RedactionPresets.ClinicDefault, []);
        session.Learn(new KnownValue("48213377", EntityType.MedicalRecordNumber));

        Assert.Equal("order [MEDICAL_RECORD_NUMBER_1]", session.Redact("order 48213377").Text);
    }

    [Fact]
    public void Redact_TextThatHasTokens_NumbersOnFromThem() =>
        Assert.Equal("[PHONE_3] and [PHONE_4]", Redacting.Redact("[PHONE_3] and 07700 900123").Text);

    [Fact]
    public void Redact_KnownNameInAKeptType_LeavesIt()
    {
        var result = Redacting.Redactor.Redact(new RedactionRequest("Osei is in today") { Known = [new KnownValue("Ama Osei", EntityType.ProviderName)] });

        Assert.Equal("Osei is in today", result.Text);
    }
}
