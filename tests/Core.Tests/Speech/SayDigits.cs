using CsCheck;

namespace Orchestrator.Core.Tests.Speech;

/// <summary>Says digits aloud in the many ways people do, at random, each with one natural reading.</summary>
internal static class SayDigits
{
    private static readonly string[] Units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly string[] Teens = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Zeros = ["zero", "oh", "o", "nought"];
    private static readonly string[] Pauses = [" ", " ", ", ", " um ", " - "];

    /// <summary>Choices are drawn from <paramref name="choices"/>, over and over.</summary>
    public static string Aloud(string digits, int[] choices)
    {
        var text = "";
        var draw = 0;
        int Next(int options) => choices[draw++ % choices.Length] % options;

        for (var at = 0; at < digits.Length;)
        {
            var (chunk, taken) = Chunk(digits[at..], Next);
            // "twenty" and "five" run together would be twenty-five, and so would "hundred" and "five".
            var mustPause = text.EndsWith("ty", StringComparison.Ordinal) || text.EndsWith("hundred", StringComparison.Ordinal);
            text += text.Length == 0 ? chunk : (mustPause ? ", " : Pauses[Next(Pauses.Length)]) + chunk;
            at += taken;
        }

        return text;
    }

    public static Gen<int[]> Choices { get; } = Gen.Int[0, 999].Array[5, 12];

    private static (string Chunk, int Taken) Chunk(string rest, Func<int, int> next)
    {
        switch (next(6))
        {
            case 0 when rest.Length >= 2 && rest[0] == rest[1]:
                return rest.Length >= 3 && rest[0] == rest[2] && next(2) == 0 ? ($"{(next(2) == 0 ? "triple" : "treble")} {Unit(rest[0], next)}", 3) : ($"double {Unit(rest[0], next)}", 2);
            case 1 when rest.Length >= 2 && rest[0] != '0':
                return (Pair(rest[0] - '0', rest[1] - '0', next), 2);
            case 2 when rest.Length >= 3 && rest[0] != '0' && rest[1] == '0' && rest[2] == '0':
                return ($"{Units[rest[0] - '0']} hundred", 3);
            case 3:
                var length = Math.Min(rest.Length, 1 + next(4));
                return (rest[..length], length);
            default:
                return (Unit(rest[0], next), 1);
        }
    }

    private static string Unit(char digit, Func<int, int> next) => digit == '0' ? Zeros[next(Zeros.Length)] : Units[digit - '0'];

    private static string Pair(int tens, int unit, Func<int, int> next) => (tens, unit) switch
    {
        (1, _) => Teens[unit],
        (_, 0) => Tens[tens],
        _ => $"{Tens[tens]}{(next(2) == 0 ? "-" : " ")}{Units[unit]}",
    };
}
