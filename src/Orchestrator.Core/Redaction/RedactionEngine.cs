using System.Text;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Rendering;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction;

/// <summary>Text in, redacted text and spans out. Holds buffers only; one thread at a time.</summary>
internal sealed class RedactionEngine
{
    private readonly Analyzer _analyzer = new();
    private readonly Resolver _resolver;
    private readonly StringBuilder _output = new();

    public RedactionEngine() => _resolver = new Resolver(_analyzer.Scratch);

    public RedactionResult Redact(string text, Turn[] turns, RedactionPolicy policy, CallMemory memory)
    {
        if (text.Length > policy.MaxLength) return Withheld(text, turns, policy);
        try
        {
            _analyzer.Analyze(text, turns, memory.Known, memory.Learned, policy);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of a rule must not let a transcript through, and must not stop the call's report either.
            return Withheld(text, turns, policy);
        }

        _resolver.Resolve(policy);
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

    private RedactionResult Render(string text, Turn[] turns, RedactionPolicy policy, CallMemory memory)
    {
        foreach (ref readonly var token in _analyzer.Scratch.Tokens.Span)
        {
            if (token.Kind == TokenKind.Placeholder) memory.Book.Skip(text.AsSpan(token.Start, token.Length));
        }

        var renderer = new Renderer(_analyzer.Scratch, policy, memory.Book);
        var texts = new string[Math.Max(1, turns.Length)];
        var spans = new List<RedactionSpan>(_resolver.Winners.Count);
        var winner = 0;
        var withheld = false;
        for (var turn = 0; turn < texts.Length; turn++)
        {
            var raw = TurnText(text, turns, turn);
            var firstSpan = spans.Count;
            texts[turn] = RenderTurn(raw, turn, turns.Length == 0 ? 0 : turns[turn].Start, renderer, spans, ref winner);
            if (!LeakCheck.Finds(texts[turn], policy, memory.KnownDigits, memory.KnownNames)) continue;
            texts[turn] = RedactionResult.WithheldText;
            spans.RemoveRange(firstSpan, spans.Count - firstSpan);
            spans.Add(WholeTurn(turn, raw));
            withheld = true;
        }

        return new RedactionResult(texts, spans, policy.Name, policy.Version, withheld);
    }

    private string RenderTurn(ReadOnlySpan<char> text, int turn, int offset, Renderer renderer, List<RedactionSpan> spans, ref int winner)
    {
        _output.Clear();
        var points = new CodePointCounter(text);
        var at = 0;
        for (; winner < _resolver.Winners.Count && _resolver.Winners[winner].Start < offset + text.Length; winner++)
        {
            var span = _resolver.Winners[winner];
            int start = Math.Max(at, span.Start - offset), end = Math.Min(text.Length, span.End - offset);
            if (end <= start) continue;
            var replacement = renderer.Replacement(span);
            _output.Append(text[at..start]).Append(replacement);
            spans.Add(new RedactionSpan(turn, start, end, points.At(start), points.At(end), span.Type, span.Layer, span.Reason, Math.Round(span.Score, 2), replacement));
            at = end;
        }

        return at == 0 ? text.ToString() : _output.Append(text[at..]).ToString();
    }
}
