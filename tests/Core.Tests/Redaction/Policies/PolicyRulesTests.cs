using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction.Policies;

public sealed class PolicyRulesTests
{
    [Theory]
    [InlineData(EntityType.CreditCard, RedactionAction.Keep)]
    [InlineData(EntityType.Cvv, RedactionAction.Keep)]
    [InlineData(EntityType.Cvv, RedactionAction.Mask)]
    [InlineData(EntityType.Otp, RedactionAction.Keep)]
    [InlineData(EntityType.Otp, RedactionAction.Mask)]
    public void ToPolicy_WhatMayNeverBeShown_IsRefusedInWords(EntityType type, RedactionAction action)
    {
        var fault = PolicyRules.Default.With(type, action).ToPolicy(2).Refusal;

        Assert.Equal((PolicyRefusal.NeverKept, type.Name()), (fault.Kind, fault.Subject));
        Assert.Contains("erased under every policy", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPolicy_MaskedCard_IsAllowed() =>
        Assert.Equal(RedactionAction.Mask, PolicyRules.Default.With(EntityType.CreditCard, RedactionAction.Mask).ToPolicy(2).Value.ActionOf(EntityType.CreditCard));

    [Fact]
    public void ToPolicy_AllowedCard_StaysHidden()
    {
        var policy = PolicyRules.Default.Allow("4242 4242 4242 4242").ToPolicy(2).Value;

        Assert.Equal("card [CARD_1]", Redacting.Redact("card 4242 4242 4242 4242", policy).Text);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("two\nlines")]
    [InlineData("--")]
    public void ToPolicy_BadTerm_IsRefused(string term) =>
        Assert.Equal(PolicyRefusal.BadTerm, (PolicyRules.Default with { DenyTerms = PolicyRules.Default.DenyTerms.Add(term) }).ToPolicy(2).Refusal.Kind);

    [Fact]
    public void Deny_AllowedTerm_IsNoLongerAllowed()
    {
        var rules = PolicyRules.Default.Allow("Bluebird").Deny("bluebird");

        Assert.Equal((0, 1), (rules.AllowTerms.Count, rules.DenyTerms.Count));
    }

    [Theory]
    [InlineData("Zoltan", "my name is Zoltan", "my name is Zoltan")]
    [InlineData("Zoltan", "my name is zoltán", "my name is zoltán")]
    [InlineData("Hollis", "my name is Holis", "my name is Holis")]
    [InlineData("Hollis", "my name is Harris", "my name is [PERSON_1]")]
    [InlineData("Hollis", "my name is Rebecca Hollis", "my name is [PERSON_1]")]
    public void Redact_AllowedTerm_StaysWhereItIsWholeAlsoMisheard(string term, string text, string expected) =>
        Assert.Equal(expected, Redacting.Redact(text, PolicyRules.Default.Allow(term).ToPolicy(2).Value).Text);

    [Fact]
    public void With_TheActionOfThePreset_IsNoOverride() =>
        Assert.Equal(PolicyRules.Default, PolicyRules.Default.With(EntityType.Age, RedactionAction.Token).With(EntityType.Age, RedactionAction.Keep));

    [Fact]
    public void Between_StricterType_IsStricterAndNamesNoTerm()
    {
        var difference = PolicyDifference.Between(PolicyRules.Default, PolicyRules.Default.With(EntityType.Age, RedactionAction.Generalise).Deny("Bluebird"));

        Assert.True(difference.IsStricter);
        Assert.Equal("AGE keep to generalise, terms denied 1", difference.Summary());
    }

    [Fact]
    public void Between_LooserType_IsNotStricter() =>
        Assert.False(PolicyDifference.Between(PolicyRules.Default, PolicyRules.Default.With(EntityType.PhoneNumber, RedactionAction.Mask).Allow("Bluebird")).IsStricter);

    [Theory]
    [InlineData("NAME", EntityType.Person)]
    [InlineData("credit_debit_cvv", EntityType.Cvv)]
    [InlineData("PHONE_NUMBER", EntityType.PhoneNumber)]
    public void TryReadType_OtherToolsNames_AreRead(string name, EntityType type) => Assert.True(PolicyWords.TryReadType(name, out var read) && read == type);

    [Fact]
    public void Word_EveryAction_ReadsBack() =>
        Assert.All(Enum.GetValues<RedactionAction>(), action => Assert.True(PolicyWords.TryReadAction(action.Word(), out var read) && read == action));
}
