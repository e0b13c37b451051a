using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>Reads words that are more than sixteen ASCII letters: with accents, apostrophes, characters without width.</summary>
internal sealed class FoldedWord(Document document, Lexicon lexicon, TokenWriter writer)
{
    /// <summary>Reads the word that begins here; gives the place behind it.</summary>
    public int Read(int start, int end)
    {
        var text = document.Text;
        var count = Math.Min(document.Map.LettersAt(start), WordKey.Letters);
        var (head, tail) = (0UL, 0UL);
        for (var i = 0; i < count; i++) WordKey.Append(ref head, ref tail, i, (byte)(document.Map[start + i] | 0x20));
        var flags = writer.Pending;
        var at = Continue(start + count, end, ref head, ref tail, count, ref flags);
        if (char.IsUpper(text[start])) flags |= TokenFlags.Capital | (IsAllCapitals(text.AsSpan(start, at - start)) ? TokenFlags.AllCapitals : 0);
        var mixed = WordKey.Mix(head, tail);
        var word = lexicon.Look(mixed);
        if (word.Lex == 0 && (flags & TokenFlags.Possessive) != 0) word = lexicon.Look(WordKey.Of(text.AsSpan(start, at - start - 2)).Mixed);
        writer.AddWord(start, at, flags, (uint)(mixed >> 32), word);
        return at;
    }

    private int Continue(int at, int end, ref ulong head, ref ulong tail, int count, ref TokenFlags flags)
    {
        var text = document.Text;
        for (; at < end; at++)
        {
            var c = text[at];
            var kind = CharFold.Kind(c);
            if (kind is CharKind.Letter or CharKind.OtherLetter)
            {
                if (c >= 128) flags |= TokenFlags.Folded;
                var letter = CharFold.Letter(c);
                WordKey.Append(ref head, ref tail, count++, letter != 0 ? letter : (byte)(0x80 | (c & 0x7F)));
            }
            else if (kind is CharKind.Combining or CharKind.Ignorable)
            {
                flags |= TokenFlags.Folded;
            }
            else if (c is '\'' or '\u2019' or '\u02BC' && at + 1 < end && CharFold.Kind(text[at + 1]) == CharKind.Letter)
            {
                if (text[at + 1] is 's' or 'S' && (at + 2 >= end || CharFold.Kind(text[at + 2]) is not CharKind.Letter)) flags |= TokenFlags.Possessive;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsAllCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c)) return false;
        }

        return true;
    }
}
