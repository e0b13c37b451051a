using System.Text;

namespace Orchestrator.Redaction.Bench;

/// <summary>Texts made to cost much: one kind of near miss, over and over.</summary>
internal static class Adversary
{
    private static readonly (string Name, string Unit)[] Units =
    [
        ("digits", "1"), ("digits spaced", "7 "), ("digit groups", "555-"), ("at signs", "@"), ("at words", "a@"), ("spoken at", "a at "),
        ("dotted words", "a.b."), ("spoken dots", "dot com "), ("near cards", "4242 4242 4242 4243 "), ("near phones", "555 01 "),
        ("thanks capitals", "thanks Xyzzy "), ("capitals", "Xyzzy "), ("spoken digits", "five "), ("doubles", "double "), ("letters", "h o "),
        ("cues", "my number is "), ("name cues", "my name is "), ("date cues", "born may "), ("hundreds", "hundred and "), ("colons", "a:b:"),
        ("links", "://"), ("brackets", "[PHONE_"), ("stars", "**1"), ("zero width", "1\u200B"), ("emoji", "\U0001F600 "), ("long word", "x"),
        ("address cues", "live at 1 Xyzzy "), ("postcodes", "M1 1A "), ("mixed", "A1B2C3"), ("full width", "５"), ("at dot", "x at y dot "),
    ];

    public static IEnumerable<(string Name, string Text)> All(int length) => Units.Select(unit => (unit.Name, Repeat(unit.Unit, length)));

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length) text.Append(unit);
        return text.ToString(0, length);
    }
}
