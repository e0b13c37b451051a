namespace Orchestrator.Core.Redaction.Text;

/// <summary>Turns rising UTF-16 offsets into code point offsets. A lone surrogate counts as one.</summary>
internal ref struct CodePointCounter(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isPlain = !text.ContainsAnyInRange('\uD800', '\uDFFF');
    private int _at;
    private int _pairs;

    public int At(int offset)
    {
        if (_isPlain) return offset;
        for (; _at < offset; _at++)
        {
            if (char.IsLowSurrogate(_text[_at]) && _at > 0 && char.IsHighSurrogate(_text[_at - 1])) _pairs++;
        }

        return offset - _pairs;
    }
}
