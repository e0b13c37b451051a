using System.Text;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>A text with its pieces put in, which can tell where in the original a place of it lies.</summary>
internal sealed class Draft
{
    private readonly Piece[] _pieces;
    private readonly List<int> _starts = [];

    public Draft(string original, List<Piece> pieces)
    {
        _pieces = [.. pieces];
        var text = new StringBuilder(original.Length);
        var at = 0;
        foreach (var piece in pieces)
        {
            text.Append(original, at, piece.Start - at);
            _starts.Add(text.Length);
            text.Append(piece.Replacement);
            at = piece.End;
        }

        Text = text.Append(original, at, original.Length - at).ToString();
    }

    public string Text { get; }

    /// <summary>The turns as they begin in the draft.</summary>
    public Turn[] Move(Turn[] turns)
    {
        var moved = new Turn[turns.Length];
        int piece = 0, shift = 0;
        for (var i = 0; i < turns.Length; i++)
        {
            for (; piece < _pieces.Length && _pieces[piece].End <= turns[i].Start; piece++) shift += _pieces[piece].Replacement.Length - (_pieces[piece].End - _pieces[piece].Start);
            moved[i] = turns[i] with { Start = turns[i].Start + shift };
        }

        return moved;
    }

    /// <summary>The span in the original; one that touches a piece takes all of it in.</summary>
    public Candidate ToOriginal(Candidate span) => span with { Start = Original(span.Start, isEnd: false), End = Original(span.End, isEnd: true) };

    private int Original(int at, bool isEnd)
    {
        var piece = _starts.BinarySearch(isEnd ? at - 1 : at);
        if (piece < 0) piece = ~piece - 1;
        if (piece < 0) return at;
        var end = _starts[piece] + _pieces[piece].Replacement.Length;
        if (at >= end) return _pieces[piece].End + at - end;
        return isEnd ? _pieces[piece].End : _pieces[piece].Start;
    }
}
