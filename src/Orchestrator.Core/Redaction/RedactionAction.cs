namespace Orchestrator.Core.Redaction;

/// <summary>What a policy does with a type.</summary>
public enum RedactionAction
{
    /// <summary>A numbered token such as <c>[PHONE_1]</c>, the same for one value throughout a call.</summary>
    Token,

    /// <summary>The type without a number: <c>[REDACTED: PHONE]</c>.</summary>
    Label,

    /// <summary>Asterisks for all but the last two letters or digits (the last four of a card).</summary>
    Mask,

    /// <summary>
    /// Year of a date, first three digits of a ZIP code, <c>90+</c> of an age (45 CFR 164.514(b)(2)); types with no
    /// such form get a token.
    /// </summary>
    Generalise,

    /// <summary>Stays readable. Refused for card numbers, security codes and one-time codes.</summary>
    Keep,
}
