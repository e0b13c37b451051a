namespace Orchestrator.Core.Messaging;

/// <summary>Why a provider refused a text, by what to do next.</summary>
public enum SmsRefusalClass
{
    /// <summary>The number is not one: ask for it again.</summary>
    BadNumber,

    /// <summary>The number cannot get texts (a landline, an unreachable country): another number or staff.</summary>
    CannotReceive,

    /// <summary>The person has opted out of the clinic's texts: staff.</summary>
    OptedOut,

    /// <summary>The clinic's account, credential or sender is at fault: staff, and an alarm.</summary>
    Account,

    /// <summary>The text itself was refused, or a reason we do not know: staff.</summary>
    Other,
}
