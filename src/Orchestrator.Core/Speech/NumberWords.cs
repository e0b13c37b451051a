using System.Collections.Frozen;

namespace Orchestrator.Core.Speech;

/// <summary>The number words of one language. Another language is another instance, not other code.</summary>
internal sealed class NumberWords
{
    /// <summary>Zero to nine, with every name a digit has when numbers are read out.</summary>
    public required FrozenDictionary<string, int> Units { get; init; }

    /// <summary>Words for ten to nineteen, and in other languages any word that takes no unit after it.</summary>
    public required FrozenDictionary<string, int> Teens { get; init; }

    public required FrozenDictionary<string, int> Tens { get; init; }

    public required FrozenDictionary<string, int> Ordinals { get; init; }

    /// <summary>"double", "triple": how often the digit that follows is written.</summary>
    public required FrozenDictionary<string, int> Multipliers { get; init; }

    /// <summary>"fives" in "three fives".</summary>
    public required FrozenDictionary<string, int> Plurals { get; init; }

    /// <summary>Words that sound like a digit. They count only inside a run of digits and only where the length then fits.</summary>
    public required FrozenDictionary<string, int> Homophones { get; init; }

    public required FrozenSet<string> Hundred { get; init; }

    public required FrozenSet<string> Thousand { get; init; }

    /// <summary>"and" in "two thousand and five".</summary>
    public required FrozenSet<string> And { get; init; }

    /// <summary>"a" in "a hundred".</summary>
    public required FrozenSet<string> One { get; init; }

    /// <summary>What takes back the words before it. Longer phrases come from these words too ("no wait" is two of them).</summary>
    public required FrozenSet<string> Corrections { get; init; }

    /// <summary>A number before one of these words is not part of a number read out: "one moment", "six digit code".</summary>
    public required FrozenSet<string> Counted { get; init; }

    /// <summary>"or" between digits: which of them is open.</summary>
    public required FrozenSet<string> Alternatives { get; init; }

    /// <summary>A homophone straight after one of these may start a reading: "it is for two seven".</summary>
    public required FrozenSet<string> Announcers { get; init; }

    public static NumberWords English { get; } = new()
    {
        Units = Numbered(0, "zero oh o nought naught aught nil zeroh ohh zip", "one", "two", "three", "four", "five fife", "six", "seven", "eight", "nine niner"),
        Teens = Numbered(10, "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        Tens = Stepped(20, 10, "twenty", "thirty", "forty fourty", "fifty", "sixty", "seventy", "eighty", "ninety ninty"),
        Ordinals = Numbered(
            1, "first", "second", "third", "fourth forth", "fifth", "sixth", "seventh", "eighth eigth", "ninth nineth", "tenth", "eleventh", "twelfth twelveth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth")
            .Append(new("thirtieth", 30)).ToFrozenDictionary(StringComparer.Ordinal),
        Multipliers = Numbered(2, "double", "triple treble", "quadruple"),
        Plurals = Numbered(0, "zeros zeroes ohs os noughts", "ones", "twos", "threes", "fours", "fives", "sixes", "sevens", "eights", "nines"),
        Homophones = Numbered(1, "won wun", "to too tu", "tree free", "for fore", "fiv", "sicks six's", "sevin", "ate ait", "nein nain"),
        Hundred = Set("hundred"),
        Thousand = Set("thousand"),
        And = Set("and"),
        One = Set("a"),
        Corrections = Set("no nope sorry wait actually correction oops scratch rather again mean repeat"),
        Counted = Set("digit digits second seconds sec secs moment moments minute minutes min mins more time times"),
        Alternatives = Set("or"),
        Announcers = Set("is its it's says said was reads get got see are be"),
    };

    public bool IsNumber(string word) =>
        Units.ContainsKey(word) || Teens.ContainsKey(word) || Tens.ContainsKey(word) || Multipliers.ContainsKey(word) || Hundred.Contains(word) || Thousand.Contains(word);

    private static FrozenDictionary<string, int> Numbered(int first, params string[] rows) => Stepped(first, 1, rows);

    private static FrozenDictionary<string, int> Stepped(int first, int step, params string[] rows) =>
        rows.SelectMany((row, index) => row.Split(' ').Select(word => new KeyValuePair<string, int>(word, first + (index * step))))
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
