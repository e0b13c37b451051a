namespace Orchestrator.Core.Redaction.Text;

/// <summary>Reads marks that may begin something of their own: placeholders, escaped line breaks, addresses' @ and colon.</summary>
internal sealed class MarkReader(Document document, TokenWriter writer)
{
    /// <summary>Reads what begins here; gives the place behind it.</summary>
    public int Read(int start, int end)
    {
        var text = document.Text;
        if (text[start] is '[' or '*' && Placeholder.LengthAt(text.AsSpan(start, end - start)) is var length and > 0)
        {
            writer.Add(start, start + length, TokenKind.Placeholder, 0);
            document.HasPlaceholders = true;
            return start + length;
        }

        var c = text[start];
        var at = start + 1;
        if (c == '\\' && at < end && text[at] is 'n' or 'r' or 't')
        {
            // A line break that was escaped once too often on its way here. No label follows it.
            writer.LineStart = -1;
            writer.Pending |= text[at] == 't' ? TokenFlags.Gap : TokenFlags.Gap | TokenFlags.NewLine;
            return at + 1;
        }

        writer.Add(start, at, TokenKind.Mark, CharFold.Mark(c));
        if (c is '@' or '＠' or ':' && MayTell(text, start, end)) (c == ':' ? document.Hits : document.Judged).Add(writer.Count - 1);
        return at;
    }

    /// <summary>An emoji, a digit beyond the first plane, or half of either.</summary>
    public int ReadPair(int start, int end)
    {
        var length = start + 1 < end && char.IsSurrogatePair(document.Text[start], document.Text[start + 1]) ? 2 : 1;
        writer.Add(start, start + length, TokenKind.Mark, 0xFFFF);
        return start + length;
    }

    /// <summary>An @ or colon between two characters that could be an address; any other starts no rule.</summary>
    public static bool MayTell(string text, int mark, int end)
    {
        var at = mark + 1;
        if (at >= end) return false;
        if (text[mark] == ':' && text[at] is '/' or ':') return true;
        return mark > 0 && !char.IsWhiteSpace(text[mark - 1]) && text[mark - 1] != text[mark] && (text[at] >= 128 || char.IsLetterOrDigit(text[at]));
    }
}
