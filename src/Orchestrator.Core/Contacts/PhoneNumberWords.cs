using System.Collections.Frozen;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Contacts;

/// <summary>The words around a number read out, in one language.</summary>
internal sealed class PhoneNumberWords
{
    public required NumberWords Numbers { get; init; }

    /// <summary>Callers who withhold their number, as networks and models write it.</summary>
    public required FrozenSet<string> Withheld { get; init; }

    /// <summary>Words for the number the caller is calling from. Without a digit beside them no number was given.</summary>
    public required IReadOnlyList<string> OwnNumber { get; init; }

    public required FrozenSet<string> Plus { get; init; }

    /// <summary>What follows one of these is no part of the number.</summary>
    public required FrozenSet<string> Extension { get; init; }

    /// <summary>May stand between two parts of one number; any other word there makes it unreadable.</summary>
    public required FrozenSet<string> Joining { get; init; }

    public static PhoneNumberWords English { get; } = new()
    {
        Numbers = NumberWords.English,
        Withheld = Set("anonymous private restricted withheld blocked unavailable unknown hidden"),
        OwnNumber = ["this number", "this one", "same number", "current number", "calling from", "call from", "caller id", "my number", "this phone", "caller number", "callers number", "incoming number"],
        Plus = Set("plus"),
        Extension = Set("ext extn extension x xtn"),
        Joining = Set("and then um uh er erm area code number dash hyphen space dot point country the is its it's followed by so ok okay yes yeah"),
    };

    /// <summary>
    /// Numbers that spell a withheld caller on the keypad (ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE), as
    /// networks send them in place of a number.
    /// </summary>
    public static FrozenSet<string> SpelledWithheld { get; } = Set("266696687 7378742833 2562533 8656696 8566696 86282452253");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
