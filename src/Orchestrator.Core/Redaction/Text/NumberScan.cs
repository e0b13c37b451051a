namespace Orchestrator.Core.Redaction.Text;

/// <summary>Reads numbers, with digits of any script.</summary>
internal sealed class NumberScan(Document document, TokenWriter writer)
{
    /// <summary>Reads the number that begins here; gives the place behind it.</summary>
    public int Read(int start, int end)
    {
        var text = document.Text;
        var at = start;
        while (at < end)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                at++;
            }
            else if (text[at] >= 128 && DigitScan.LengthAt(text, at, end) is var length and > 0)
            {
                writer.Pending |= TokenFlags.Folded;
                at += length;
            }
            else
            {
                break;
            }
        }

        writer.Add(start, at, TokenKind.Number, 0);
        return at;
    }
}
