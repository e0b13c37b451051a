namespace Orchestrator.Core.Redaction.Language;

/// <summary>What a word may be. The names are the keys of the data files; a word may have several roles.</summary>
[Flags]
internal enum WordRole : ulong
{
    None = 0,
    Digit = 1UL << 0,
    Teen = 1UL << 1,
    Tens = 1UL << 2,
    Hundred = 1UL << 3,
    Thousand = 1UL << 4,

    /// <summary>Three hundreds in one word, as Spanish has them.</summary>
    Hundreds = 1UL << 5,
    Multiplier = 1UL << 6,
    Ordinal = 1UL << 7,
    Month = 1UL << 8,
    Weekday = 1UL << 9,

    /// <summary>A month's or number's name that is more often another word ("may", "march", "once").</summary>
    Ambiguous = 1UL << 10,
    And = 1UL << 11,
    Of = 1UL << 12,
    Article = 1UL << 13,

    /// <summary>A word of a spelling alphabet; its value is the letter.</summary>
    Letter = 1UL << 14,
    As = 1UL << 15,
    For = 1UL << 16,

    /// <summary>Hesitation that may stand inside a number.</summary>
    Filler = 1UL << 17,

    /// <summary>May stand between a cue and its value.</summary>
    Link = 1UL << 18,

    /// <summary>"is", "it's", "that's": what ties a value to a cue that follows.</summary>
    Copula = 1UL << 19,
    UnitAfter = 1UL << 20,
    CountedBefore = 1UL << 21,
    ClockAfter = 1UL << 22,
    ClockBefore = 1UL << 23,
    Dot = 1UL << 24,
    At = 1UL << 25,
    Symbol = 1UL << 26,
    Tld = 1UL << 27,
    FreeMail = 1UL << 28,
    Extension = 1UL << 29,
    Title = 1UL << 30,
    ProviderTitle = 1UL << 31,
    Relation = 1UL << 32,
    StreetType = 1UL << 33,
    StreetHead = 1UL << 34,
    Dwelling = 1UL << 35,
    State = 1UL << 36,
    Compass = 1UL << 37,
    Agent = 1UL << 38,
    Caller = 1UL << 39,
    Common = 1UL << 40,
    FirstName = 1UL << 41,
    CueHead = 1UL << 42,
    Scheme = 1UL << 43,
    Www = 1UL << 44,

    /// <summary>Joins two parts of a surname: "de", "van", "O".</summary>
    NameParticle = 1UL << 45,
    Plus = 1UL << 46,
    Pronoun = 1UL << 47,
    Closing = 1UL << 48,
    Greeting = 1UL << 49,
    Possessor = 1UL << 50,
    Speaking = 1UL << 51,
    Age = 1UL << 52,
    Place = 1UL << 53,

    /// <summary>"it", "that": what a question means that was named in the sentence before.</summary>
    RefersBack = 1UL << 54,

    /// <summary>"no", "wait": what follows puts right what came before.</summary>
    Correction = 1UL << 55,

    /// <summary>"capital", "apostrophe": said between the letters of a name, and none of them.</summary>
    SpellingAside = 1UL << 56,

    /// <summary>Begins a term that a policy may hide wherever it stands.</summary>
    TermHead = 1UL << 57,

    /// <summary>Stands in a term and in no other list, so it says nothing of what it is elsewhere.</summary>
    TermOnly = 1UL << 58,

    /// <summary>Heard for a digit ("to", "for", "won"); one only between digits that are read out.</summary>
    SoundAlike = 1UL << 59,

    /// <summary>How an address is written, said beside it: "all lower case", "no spaces".</summary>
    WritingAside = 1UL << 60,

    /// <summary>An everyday word that many people are called ("Young", "Long"): a name where only a name can stand.</summary>
    NameWord = 1UL << 61,

    /// <summary>"code's": a cue's only word with its ending, which an apostrophe must show.</summary>
    OwnerHead = 1UL << 62,

    NumberWord = Digit | Teen | Tens | Hundred | Thousand | Hundreds | Multiplier,
    Noted = NumberWord | Ordinal | Month | CueHead | OwnerHead | Www,
    Judged = Dot | At | ProviderTitle | Title | Relation | Closing | Greeting | Letter,
}
