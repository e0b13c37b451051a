namespace Orchestrator.Core.Redaction.Language;

/// <summary>What a cue phrase announces. The names are the keys of the data files beside the types' names.</summary>
internal enum CueKind : byte
{
    /// <summary>A value of an entity type.</summary>
    Value,

    /// <summary>A number that is no identifier: an order, a room, a dose.</summary>
    Guard,

    /// <summary>Some number of the speaker's; which kind shows in its length.</summary>
    Number,

    /// <summary>A person's name follows: "my name is".</summary>
    Name,

    /// <summary>A name follows if the word looks like one or is a first name: "call me", "it's under".</summary>
    LikelyName,

    /// <summary>As <see cref="LikelyName"/>, and a question for it is answered with a name: "next of kin", "name on the card".</summary>
    OtherName,

    /// <summary>A name may follow, if it looks like one: "this is", "I'm".</summary>
    MaybeName,

    /// <summary>A name has just been said: "speaking", "here".</summary>
    NameBefore,

    /// <summary>A question for a name, or a noun that only a question makes a cue.</summary>
    NameAsked,

    /// <summary>A spelling follows.</summary>
    Spelling,

    /// <summary>Single letters of a name follow: "first initial".</summary>
    Initial,

    /// <summary>The last digits of a number follow.</summary>
    LastDigits,

    /// <summary>The address of a home follows.</summary>
    Home,

    /// <summary>The address of some other place follows.</summary>
    Workplace,

    /// <summary>A user name and a password follow.</summary>
    Credentials,
}
