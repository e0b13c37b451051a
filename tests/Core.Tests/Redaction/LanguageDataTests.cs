using System.Text;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Language;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

public sealed class LanguageDataTests
{
    [Theory]
    [InlineData("Luhn", "4242424242424242", "4242424242424241")]
    [InlineData("Nhs", "9434765919", "9434765918")]
    [InlineData("Aba", "021000021", "021000022")]
    [InlineData("Iban", "GB82WEST12345698765432", "GB83WEST12345698765432")]
    [InlineData("Ssn", "123456789", "000456789")]
    [InlineData("Itin", "912741234", "112741234")]
    [InlineData("Tfn", "123456782", "123456783")]
    [InlineData("AuMedicare", "2123456701", "2123456711")]
    [InlineData("Npi", "1234567893", "1234567894")]
    [InlineData("Dea", "AB1234563", "AB1234564")]
    [InlineData("Vin", "1HGCM82633A004352", "1HGCM82633A004353")]
    [InlineData("Pps", "1234567T", "1234567A")]
    [InlineData("Nif", "12345678Z", "12345678A")]
    [InlineData("Card", "4111111111111111", "0000000000000000")]
    public void Holds_RightAndWrongValue_TellsThemApart(string check, string right, string wrong)
    {
        Assert.True(Checksums.Holds(Enum.Parse<Checksum>(check), Encoding.ASCII.GetBytes(right)));
        Assert.False(Checksums.Holds(Enum.Parse<Checksum>(check), Encoding.ASCII.GetBytes(wrong)));
    }

    [Theory]
    [InlineData("nddnddd{4}", "4155550132", "1155550132")]
    [InlineData("[A-CE]L9*", "EZ9Q", "DZ9Q")]
    public void Matches_WrittenShape_TellsValuesApart(string written, string right, string wrong)
    {
        var shape = Shape.Parse(written);

        Assert.True(shape.Matches(Encoding.ASCII.GetBytes(right)));
        Assert.False(shape.Matches(Encoding.ASCII.GetBytes(wrong)));
    }

    [Fact]
    public void Parse_UnknownLetter_Throws() => Assert.Throws<FormatException>(() => Shape.Parse("dz"));

    [Fact]
    public void LengthOf_TypesThatCuesAnnounce_AreGiven() =>
        Assert.All([EntityType.PhoneNumber, EntityType.CreditCard, EntityType.Otp, EntityType.UsSsn, EntityType.MedicalRecordNumber], type => Assert.True(Lexicon.Instance.LengthOf(type).Most > 0));

    [Theory]
    [InlineData("Hollis", "Holis", true)]
    [InlineData("Katharine", "Catherine", true)]
    [InlineData("Philip", "Filip", true)]
    [InlineData("Hollis", "Wallace", false)]
    [InlineData("Rebecca", "Roberta", false)]
    public void Redact_KnownNameHeardSo_IsHiddenOnlyIfItSoundsAlike(string known, string heard, bool isHidden) =>
        Assert.Equal(isHidden, Redacting.Redact($"the leaflet for {heard} please", null, known).Spans.Count > 0);
}
