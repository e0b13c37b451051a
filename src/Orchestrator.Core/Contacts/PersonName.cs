using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Contacts;

/// <summary>
/// A person's name as given, in any script. Outer space is trimmed and inner space made single; nothing else is changed,
/// least of all case or accents.
/// </summary>
public sealed record PersonName
{
    /// <summary>In Unicode code points.</summary>
    public const int MaxLength = 100;

    private PersonName(string value) => Value = value;

    /// <summary>The name: personal data, never for logs.</summary>
    public string Value { get; }

    /// <returns>
    /// <see cref="PersonNameRefusal.Missing"/> for nothing, a placeholder or an unrendered template;
    /// <see cref="PersonNameRefusal.Invalid"/> for text without a letter, with control or direction-overriding characters, or too long.
    /// </returns>
    public static Result<PersonName, PersonNameRefusal> Read(string? text)
    {
        if (SpeechText.IsMissing(text)) return PersonNameRefusal.Missing;
        if (text!.Length > MaxLength * 8) return PersonNameRefusal.Invalid;

        var name = new StringBuilder(text.Length);
        var (length, hasLetter, spaceDue) = (0, false, false);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (IsRefused(rune)) return PersonNameRefusal.Invalid;
            if (Rune.IsWhiteSpace(rune))
            {
                spaceDue = true;
                continue;
            }

            if (spaceDue) name.Append(' ');
            length += spaceDue ? 2 : 1;
            spaceDue = false;
            hasLetter |= Rune.IsLetter(rune);
            name.Append(rune.ToString());
        }

        return hasLetter && length <= MaxLength ? new PersonName(name.ToString()) : PersonNameRefusal.Invalid;
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name) => Read(text).TryGet(out name, out _);

    /// <summary>Masked, so that a name cannot reach a log by accident.</summary>
    public override string ToString() => "(name)";

    private static bool IsRefused(Rune rune) =>
        rune.Value is 0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
