using System.Text;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Rendering;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction;

/// <summary>Text in, redacted text and spans out. Holds buffers only; one thread at a time.</summary>
internal sealed class RedactionEngine
{
    private const int MostReadings = 4;

    private readonly Analyzer _analyzer = new();
    private readonly Resolver _resolver;
    private readonly StringBuilder _output = new();
    private readonly List<Piece> _pieces = [];
    private readonly List<Piece> _fresh = [];

    public RedactionEngine() => _resolver = new Resolver(_analyzer.Scratch);

    public RedactionResult Redact(string text, Turn[] turns, RedactionPolicy policy, CallMemory memory)
    {
        if (text.Length > policy.MaxLength) return Withheld(text, turns, policy);
        try
        {
            Collect(text, turns, policy, memory);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of a rule must not let a transcript through, and must not stop the call's report either.
            return Withheld(text, turns, policy);
        }
        finally
        {
            // The engine outlives the call; raw text must not.
            _analyzer.Scratch.Clear();
        }

        return Render(text, turns, policy, memory);
    }

    private static RedactionResult Withheld(string text, Turn[] turns, RedactionPolicy policy)
    {
        var count = Math.Max(1, turns.Length);
        var spans = Enumerable.Range(0, count).Select(turn => WholeTurn(turn, TurnText(text, turns, turn)));
        return new RedactionResult([.. Enumerable.Repeat(RedactionResult.WithheldText, count)], [.. spans], policy.Name, policy.Version, Withheld: true);
    }

    private static RedactionSpan WholeTurn(int turn, ReadOnlySpan<char> text) =>
        new(turn, 0, text.Length, 0, new CodePointCounter(text).At(text.Length), EntityType.Id, RedactionLayer.Shape, "withheld", 1, RedactionResult.WithheldText);

    private static ReadOnlySpan<char> TurnText(string text, Turn[] turns, int turn)
    {
        var start = turns.Length == 0 ? 0 : turns[turn].Start;
        var end = turn + 1 < turns.Length ? turns[turn + 1].Start - 1 : text.Length;
        return text.AsSpan(start, end - start);
    }

    /// <summary>Reads the text, and reads it again while hiding one value makes another one show.</summary>
    private void Collect(string text, Turn[] turns, RedactionPolicy policy, CallMemory memory)
    {
        _pieces.Clear();
        Read(text, turns, policy, memory);
        SkipTokensOf(text, memory.Book);
        var renderer = new Renderer(_analyzer.Scratch, policy, memory.Book);
        foreach (ref readonly var winner in _resolver.Winners.Span) _pieces.Add(new Piece(winner, renderer.Replacement(winner)));
        for (var reading = 1; reading < MostReadings && Residue.Exists(_analyzer.Scratch, _resolver.Winners); reading++)
        {
            var draft = new Draft(text, _pieces);
            Read(draft.Text, draft.Move(turns), policy, memory);
            if (_resolver.Winners.Count == 0) return;
            _fresh.Clear();
            foreach (ref readonly var winner in _resolver.Winners.Span) _fresh.Add(new Piece(draft.ToOriginal(winner), renderer.Replacement(winner)));
            Merge();
        }
    }

    private void Read(string text, Turn[] turns, RedactionPolicy policy, CallMemory memory)
    {
        _analyzer.Analyze(text, turns, memory.Known, memory.Learned, policy);
        _resolver.Resolve(policy);
    }

    private void SkipTokensOf(string text, TokenBook book)
    {
        if (!_analyzer.Scratch.Document.HasPlaceholders) return;
        foreach (ref readonly var token in _analyzer.Scratch.Tokens.Span)
        {
            if (token.Kind == TokenKind.Placeholder && text[token.Start] == '[') book.Skip(text.AsSpan(token.Start, token.Length));
        }
    }

    /// <summary>What the last reading found joins the rest, and takes the place of what it overlaps.</summary>
    private void Merge()
    {
        var merged = new List<Piece>(_pieces.Count + _fresh.Count);
        var next = 0;
        foreach (var piece in _pieces)
        {
            while (next < _fresh.Count && _fresh[next].End <= piece.Start) merged.Add(_fresh[next++]);
            var isOverlapped = next < _fresh.Count && _fresh[next].Start < piece.End;
            var isCovered = merged.Count > 0 && merged[^1].End > piece.Start;
            if (!isOverlapped && !isCovered) merged.Add(piece);
            else if (isOverlapped && _fresh[next].End <= piece.End) merged.Add(_fresh[next++]);
        }

        merged.AddRange(_fresh.Skip(next));
        _pieces.Clear();
        _pieces.AddRange(merged);
    }

    private RedactionResult Render(string text, Turn[] turns, RedactionPolicy policy, CallMemory memory)
    {
        var texts = new string[Math.Max(1, turns.Length)];
        var spans = new List<RedactionSpan>(_pieces.Count);
        var next = 0;
        var withheld = false;
        for (var turn = 0; turn < texts.Length; turn++)
        {
            var raw = TurnText(text, turns, turn);
            var firstSpan = spans.Count;
            texts[turn] = RenderTurn(raw, turn, turns.Length == 0 ? 0 : turns[turn].Start, spans, ref next);
            if (!LeakCheck.Finds(texts[turn], policy, memory.KnownDigits, memory.KnownNames)) continue;
            texts[turn] = RedactionResult.WithheldText;
            spans.RemoveRange(firstSpan, spans.Count - firstSpan);
            spans.Add(WholeTurn(turn, raw));
            withheld = true;
        }

        return new RedactionResult(texts, spans, policy.Name, policy.Version, withheld);
    }

    private string RenderTurn(ReadOnlySpan<char> text, int turn, int offset, List<RedactionSpan> spans, ref int next)
    {
        _output.Clear();
        var points = new CodePointCounter(text);
        var at = 0;
        for (; next < _pieces.Count && _pieces[next].Start < offset + text.Length; next++)
        {
            var piece = _pieces[next];
            int start = Math.Max(at, piece.Start - offset), end = Math.Min(text.Length, piece.End - offset);
            if (end <= start) continue;
            _output.Append(text[at..start]).Append(piece.Replacement);
            spans.Add(new RedactionSpan(turn, start, end, points.At(start), points.At(end), piece.Span.Type, piece.Span.Layer, piece.Span.Reason, Math.Round(piece.Span.Score, 2), piece.Replacement));
            at = end;
        }

        return at == 0 ? text.ToString() : _output.Append(text[at..]).ToString();
    }
}
