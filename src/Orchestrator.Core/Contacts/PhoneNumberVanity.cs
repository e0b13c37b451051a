using System.Text.RegularExpressions;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Contacts;

/// <summary>Numbers spelled with letters, as printed: a free-phone prefix, then letters, and nothing else.</summary>
internal static partial class PhoneNumberVanity
{
    private const string Keypad = "22233344455566677778889999";

    public static bool TryDial(string text, out string dialled)
    {
        dialled = "";
        if (text.Length > 30 || !Printed().IsMatch(text) || HasNumberWord(text)) return false;

        dialled = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(c => char.IsAsciiLetter(c) ? Keypad[char.ToLowerInvariant(c) - 'a'] : c));
        return true;
    }

    /// <summary>Number words and "ext" are letters that spell nothing on the keypad.</summary>
    private static bool HasNumberWord(string text) =>
        SpokenDigits.Read(text, NumberWords.English).Exists(piece => piece.Kind is DigitPieceKind.Broken or DigitPieceKind.Homophone)
        || SpeechTokenizer.Tokenize(SpeechText.Normalize(text)).Exists(token => token.Kind == SpeechTokenKind.Word
            && (PhoneNumberWords.English.Extension.Contains(token.Text) || NumberWords.English.IsNumber(token.Text)));

    [GeneratedRegex(@"^\s*(?:\+?1[ .-]?)?\(?(?:8(?:00|33|44|55|66|77|88)|0800|1300|1800)\)?[ .-]?(?=[0-9 .-]*[A-Za-z]{3})[A-Za-z0-9 .-]{5,14}\s*$")]
    private static partial Regex Printed();
}
