using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>One pass from text to tokens and turns: each reader takes up where the one before left off.</summary>
internal sealed class Tokenizer
{
    private readonly Document _document;
    private readonly TokenWriter _writer;
    private readonly TurnReader _turns;
    private readonly PlainTokens _plain;
    private readonly FoldedWord _words;
    private readonly NumberScan _numbers;
    private readonly MarkReader _marks;

    public Tokenizer(Document document, Lexicon lexicon)
    {
        _document = document;
        _writer = new TokenWriter(document);
        _turns = new TurnReader(document, lexicon, _writer);
        _plain = new PlainTokens(document, lexicon, _writer);
        _words = new FoldedWord(document, lexicon, _writer);
        _numbers = new NumberScan(document, _writer);
        _marks = new MarkReader(document, _writer);
    }

    /// <param name="turns">Starts of structured turns in order, or empty: then speaker labels at line starts count.</param>
    public void Read(ReadOnlySpan<Turn> turns)
    {
        _document.Map.Read(_document.Text);
        if (turns.IsEmpty)
        {
            _turns.Open(new Turn(SpeakerRole.Unknown, 0, 0));
            _writer.Pending = TokenFlags.Gap;
            _writer.LineStart = 0;
            Read(0, _document.Text.Length, hasLabels: true);
        }

        for (var i = 0; i < turns.Length; i++)
        {
            _turns.Open(turns[i]);
            _writer.LineStart = -1;
            Read(turns[i].Start, i + 1 < turns.Length ? turns[i + 1].Start : _document.Text.Length, hasLabels: false);
        }
    }

    private void Read(int at, int end, bool hasLabels)
    {
        var map = _document.Map;
        while (at < end)
        {
            at = _plain.Read(at, end);
            if (at >= end) return;
            var c = map[at];
            switch (c < 128 ? CharFold.AsciiKind(c) : CharFold.Kind(_document.Text[at]))
            {
                case CharKind.Space:
                    _writer.Pending |= TokenFlags.Gap;
                    at++;
                    break;
                case CharKind.NewLine:
                    _writer.Pending |= TokenFlags.Gap | TokenFlags.NewLine;
                    if (hasLabels) _writer.LineStart = _writer.Count;
                    at++;
                    break;
                case CharKind.Letter or CharKind.OtherLetter:
                    at = _words.Read(at, end);
                    break;
                case CharKind.Digit:
                    at = _numbers.Read(at, end);
                    break;
                case CharKind.Ignorable or CharKind.Combining:
                    at++;
                    break;
                case CharKind.Surrogate:
                    at = DigitScan.IsPair(_document.Text, at, end) ? _numbers.Read(at, end) : _marks.ReadPair(at, end);
                    break;
                case CharKind.Mark:
                    at = c == ':' && _turns.TakeLabel(at) ? at + 1 : _marks.Read(at, end);
                    break;
            }
        }
    }
}
