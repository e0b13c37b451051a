using System.Text;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Says and writes values the many ways people and recognisers do.</summary>
internal static class Say
{
    private static readonly string[] Ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] Teens = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
    private static readonly string[] Months = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IReadOnlyList<Func<Random, string, int[], string>> NumberStyles { get; } =
    [
        (_, digits, groups) => Join(digits, groups, "", " "),
        (_, digits, groups) => Join(digits, groups, "", "-"),
        (_, digits, _) => digits,
        (_, digits, _) => string.Join(' ', digits.AsEnumerable()),
        (_, digits, _) => string.Join(' ', digits.Select(Digit)),
        (_, digits, groups) => Join(digits, groups, " ", ", ", Digit),
        (_, digits, groups) => Join(digits, groups, " ", ", ", c => c == '0' ? "oh" : Digit(c)),
        (_, digits, groups) => Join(digits, groups, " ", "... ", Digit),
        (_, digits, groups) => Join(digits, groups, " ", ", uh, ", c => c == '0' ? "oh" : Digit(c)),
        (_, digits, _) => Doubled(digits),
        (_, digits, groups) => Join(digits, groups, " ", ". ", c => char.ToUpperInvariant(Digit(c)[0]) + Digit(c)[1..]),
        (_, digits, groups) => Join(digits, groups, "-", " dash ", Digit),
        (_, digits, groups) => Join(digits, groups, "\u200B", " ", c => ((char)(c - '0' + '０')).ToString()),
    ];

    public static string Digit(char c) => Ones[c - '0'];

    public static string Number(int value) => value switch
    {
        < 10 => Ones[value],
        < 20 => Teens[value - 10],
        < 100 => value % 10 == 0 ? Tens[value / 10] : $"{Tens[value / 10]} {Ones[value % 10]}",
        < 1000 => value % 100 == 0 ? $"{Ones[value / 100]} hundred" : $"{Ones[value / 100]} hundred and {Number(value % 100)}",
        _ => value % 1000 == 0 ? $"{Number(value / 1000)} thousand" : $"{Number(value / 1000)} thousand {Number(value % 1000)}",
    };

    public static string Ordinal(int day) => day <= 20 ? Ordinals[day] : day == 30 ? "thirtieth" : $"{Tens[day / 10]} {Ordinals[day % 10]}";

    public static string Month(int month) => Months[month];

    public static string Year(int year) => (year % 100) switch
    {
        _ when year is >= 2000 and < 2010 => $"two thousand and {Number(year - 2000)}".Replace(" and zero", "", StringComparison.Ordinal),
        0 => $"{Number(year / 100)} hundred",
        < 10 => $"{Number(year / 100)} oh {Number(year % 100)}",
        var rest => $"{Number(year / 100)} {Number(rest)}",
    };

    public static IEnumerable<string> Dates(int day, int month, int year)
    {
        yield return $"{day:00}/{month:00}/{year}";
        yield return $"{year}-{month:00}-{day:00}";
        yield return $"{day}.{month}.{year % 100:00}";
        yield return $"{Month(month)} {day}, {year}";
        yield return $"{day} {Month(month)} {year}";
        yield return $"the {Ordinal(day)} of {Month(month)} {Year(year)}";
        yield return $"{Month(month)} {Ordinal(day)}, {Year(year)}";
        yield return $"{Month(month)} the {Ordinal(day)} {Number(year % 100 < 10 ? 82 : year % 100)}";
        yield return $"{Number(day)} {Number(month)} {Year(year)}";
    }

    private static string Join(string digits, int[] groups, string inner, string outer, Func<char, string>? say = null)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var length in groups)
        {
            if (at > 0) text.Append(outer);
            text.AppendJoin(inner, digits.Skip(at).Take(length).Select(say ?? (c => c.ToString())));
            at += length;
        }

        return text.ToString();
    }

    private static string Doubled(string digits)
    {
        var said = new List<string>();
        for (var i = 0; i < digits.Length; i++)
        {
            var run = 1;
            while (run < 3 && i + run < digits.Length && digits[i + run] == digits[i]) run++;
            var word = digits[i] == '0' ? "oh" : Digit(digits[i]);
            said.Add(run == 3 ? $"treble {word}" : run == 2 ? $"double {word}" : word);
            i += run - 1;
        }

        return string.Join(' ', said);
    }
}
