using System.Text.RegularExpressions;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

public sealed partial class PolicyTests
{
    private const string Text = "Dr. Osei saw Rebecca. My name is Rebecca Hollis, date of birth 3 May 1982, zip 94110, card 4242 4242 4242 4242, I'm seen on 5 June 2026.";

    [Fact]
    public void Redact_ClinicDefault_KeepsProvidersAndAppointments() =>
        Assert.Equal("Dr. Osei saw [PERSON_1]. My name is [PERSON_1], date of birth [DATE_OF_BIRTH_1], zip [POSTAL_CODE_1], card [CARD_1], I'm seen on 5 June 2026.", Redacting.Redact(Text).Text);

    [Fact]
    public void Redact_SafeHarbor_GeneralisesDatesAndZip() =>
        Assert.Equal("[PROVIDER_NAME_1] saw [PERSON_1]. My name is [PERSON_1], date of birth [YEAR 1982], zip [ZIP3 941], card [CARD_1], I'm seen on [YEAR 2026].", Redacting.Redact(Text, RedactionPresets.HipaaSafeHarbor).Text);

    [Fact]
    public void Redact_Pci_HidesPaymentDataOnly() =>
        Assert.Equal(Text.Replace("4242 4242 4242 4242", "[CARD_1]", StringComparison.Ordinal), Redacting.Redact(Text, RedactionPresets.Pci).Text);

    [Theory]
    [InlineData("she is 93 years old", "she is [AGE 90+] years old")]
    [InlineData("she is ninety three years old", "she is [AGE 90+] years old")]
    [InlineData("aged 94", "aged [AGE 90+]")]
    [InlineData("she is 82 years old", "she is 82 years old")]
    [InlineData("zip 03601", "zip [ZIP3 000]")]
    [InlineData("seen on May 3rd", "seen on [DATE_TIME_1]")]
    public void Redact_SafeHarbor_FollowsTheRule(string text, string expected) => Assert.Equal(expected, Redacting.Redact(text, RedactionPresets.HipaaSafeHarbor).Text);

    [Fact]
    public void With_MaskedPhone_ShowsTheLastTwo()
    {
        var policy = RedactionPresets.ClinicDefault.With(2, new Dictionary<EntityType, RedactionAction> { [EntityType.PhoneNumber] = RedactionAction.Mask }).Value;

        var result = Redacting.Redact("my number is 07700 900123", policy);

        Assert.Equal("my number is *********23", result.Text);
        Assert.Equal(("clinic-default", 2), (result.PolicyName, result.PolicyVersion));
    }

    [Fact]
    public void With_LabelledPhone_WritesTheTypeOnly()
    {
        var policy = RedactionPresets.ClinicDefault.With(2, new Dictionary<EntityType, RedactionAction> { [EntityType.PhoneNumber] = RedactionAction.Label }).Value;

        Assert.Equal("my number is [REDACTED: PHONE]", Redacting.Redact("my number is 07700 900123", policy).Text);
    }

    [Theory]
    [InlineData(EntityType.CreditCard)]
    [InlineData(EntityType.Cvv)]
    [InlineData(EntityType.Otp)]
    public void With_KeptCardData_IsRefused(EntityType type) =>
        Assert.Equal(PolicyRefusal.NeverKept, RedactionPresets.Pci.With(2, new Dictionary<EntityType, RedactionAction> { [type] = RedactionAction.Keep }).Refusal);

    [Theory]
    [InlineData("nobody", "PHONE_NUMBER", "keep", PolicyRefusal.UnknownPreset)]
    [InlineData("pci", "SHOE_SIZE", "keep", PolicyRefusal.UnknownType)]
    [InlineData("pci", "PHONE_NUMBER", "burn", PolicyRefusal.UnknownAction)]
    [InlineData("pci", "PHONE_NUMBER", "7", PolicyRefusal.UnknownAction)]
    public void Create_WrongWords_IsRefused(string preset, string type, string action, PolicyRefusal refusal) =>
        Assert.Equal(refusal, RedactionPresets.Create(preset, new Dictionary<string, string> { [type] = action }).Refusal);

    [Fact]
    public void Create_KeptPhone_LeavesItReadable()
    {
        var policy = RedactionPresets.Create("clinic-default", new Dictionary<string, string> { ["phone_number"] = "keep" }).Value;

        Assert.Equal("my number is 07700 900123", Redacting.Redact("my number is 07700 900123", policy).Text);
    }

    [Fact]
    public void Create_Terms_AllowsAndDeniesWholeWords()
    {
        var policy = RedactionPresets.Create(null, allowTerms: ["Priya"], denyTerms: ["Bluebird", "Hollis"]).Value;

        Assert.Equal("this is Priya from [DENIED_1], bluebirds, ask [DENIED_2] or [DENIED_3]", Redacting.Redact("this is Priya from Bluebird, bluebirds, ask Hollis or Holis", policy).Text);
    }

    [Theory]
    [InlineData("Sunrise Acres", "I live at {sunrise  acres}, {Sunrise-Acres} or {SUNRISE ACRES}'s end; not sunriseacres, not Sunrise Acre")]
    [InlineData("Sunrise Acres", "at {Sunrise\nAcres}, at {Sun\u200Brise Acres}, at {Ｓｕｎｒｉｓｅ Acres}")]
    [InlineData("will", "he said I {will} go and {Will} came, willing")]
    [InlineData("clinic", "{Clinic} or {clinic}, no clinics")]
    [InlineData("monday", "on {Monday} and {monday}")]
    [InlineData("O'Brien", "{O'Brien}, {O\u2019Brien}, {OBRIEN}'s, not Brien")]
    [InlineData("São João", "{Sao Joao} and {SÃO JOÃO}")]
    [InlineData("x1", "{X1} and {x1}, not x12")]
    [InlineData("42", "room {42}, not 421")]
    [InlineData("St John", "{St. John} and {St John}; he is on First St. Then John came")]
    [InlineData("24/7", "open {24/7}")]
    [InlineData("token", "a {token}")]
    public void Redact_DeniedTerm_IsHiddenWhereverItStandsWhole(string term, string marked)
    {
        var policy = RedactionPresets.ClinicDefault.With(2, denyTerms: [term]).Value;
        var text = marked.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

        var result = Redacting.Redact(text, policy);
        var again = Redacting.Redact(result.Text, policy);

        var hidden = result.Spans.Where(span => span.Type == EntityType.Denied).Select(span => text[span.Start..span.End]);
        Assert.Equal(Marked().Matches(marked).Select(match => match.Groups[1].Value), hidden);
        Assert.Equal(result.Text, again.Text);
    }

    [GeneratedRegex(@"\{(.*?)\}", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [Fact]
    public void Identifiers_SafeHarbor_NamesAllEighteenAndHidesTheirTypes()
    {
        Assert.Equal("ABCDEFGHIJKLMNOPQR", string.Concat(HipaaSafeHarbor.Identifiers.Select(identifier => identifier.Letter)));
        Assert.All(HipaaSafeHarbor.Identifiers, identifier => Assert.True(identifier.Types.Count > 0 || identifier.Note is not null));
        Assert.All(HipaaSafeHarbor.Identifiers.SelectMany(identifier => identifier.Types), type => Assert.True(RedactionPresets.HipaaSafeHarbor.Hides(type)));
    }

    [Fact]
    public void Name_EveryType_ReadsBack() =>
        Assert.All(EntityTypes.All, type => Assert.True(EntityTypes.TryParse(type.Name(), out var read) && read == type));

    [Fact]
    public void Redact_MedicalHidden_HidesClinicalTermsAndNothingElse()
    {
        var policy = RedactionPresets.Create(null, new Dictionary<string, string> { ["MEDICAL"] = "token" }).Value;

        var result = Redacting.Redact("I have type 2 diabetes and a hernia repair on Tuesday", policy);

        Assert.Equal("I have type 2 [MEDICAL_1] and a [MEDICAL_2] on Tuesday", result.Text);
        Assert.All(result.Spans, span => Assert.Equal(("MEDICAL:term", EntityType.Medical), (span.Reason, span.Type)));
    }

    [Fact]
    public void Redact_ClinicDefault_LeavesClinicalTerms() => Redacting.AssertUntouched("I have type 2 diabetes and asthma");
}
