using System.Buffers;
using System.Text.Json;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>
/// Redacts what was said, in windows, so that a very long call neither doubles itself in memory nor outruns the budget
/// unnoticed. Each window sees the end of the one before: a code is recognised by the question that asked for it.
/// </summary>
internal sealed class TurnRedactor(RedactionSession session, RedactionTally tally, Func<bool> isOver)
{
    private const int WindowLength = 512 * 1024;
    private const int Overlap = 4;
    private const int LongestOverlapping = 4 * 1024;
    private const int MostLearned = 256;

    private readonly HashSet<string> _learned = new(StringComparer.Ordinal);

    /// <returns>A JSON array of <c>{role, text, ms?}</c>.</returns>
    public byte[] Redact(IReadOnlyList<ReportTurn> turns)
    {
        var written = new ArrayBufferWriter<byte>(Math.Max(256, turns.Count * 64));
        using (var json = new Utf8JsonWriter(written, JsonRedactor.Written))
        {
            json.WriteStartArray();
            for (var first = 0; first < turns.Count;)
            {
                var end = WindowEnd(turns, first);
                if (isOver())
                    WithholdAll(json, turns, first, end);
                else
                    RedactWindow(json, turns, first, end);
                first = end;
            }

            json.WriteEndArray();
        }

        return written.WrittenSpan.ToArray();
    }

    private static int WindowEnd(IReadOnlyList<ReportTurn> turns, int first)
    {
        var length = 0;
        var end = first;
        while (end < turns.Count && (end == first || length + (turns[end].Text?.Length ?? 0) <= WindowLength))
            length += turns[end++].Text?.Length ?? 0;
        return end;
    }

    private void RedactWindow(Utf8JsonWriter json, IReadOnlyList<ReportTurn> turns, int first, int end)
    {
        var from = first;
        while (from > 0 && first - from < Overlap && turns[from - 1].Text is { Length: < LongestOverlapping })
            from--;
        var window = new SpeakerTurn[end - from];
        for (var index = from; index < end; index++)
            window[index - from] = new SpeakerTurn(turns[index].Role, Storable.Text(turns[index].Text));

        var result = session.Redact(window);
        foreach (var span in result.Spans)
        {
            if (span.Turn < first - from)
                continue;
            tally.Hide(span.Type);
            Learn(window[span.Turn].Text.AsSpan(span.Start, span.End - span.Start), span);
        }

        for (var index = first; index < end; index++)
            Write(json, turns[index], turns[index].Text is null ? RedactionResult.WithheldText : result.Turns[index - from]);
    }

    private void WithholdAll(Utf8JsonWriter json, IReadOnlyList<ReportTurn> turns, int first, int end)
    {
        for (var index = first; index < end; index++)
            Write(json, turns[index], RedactionResult.WithheldText);
    }

    /// <summary>
    /// A number or address of the conversation is hidden in the summary too, where nothing around it gives it away. Names
    /// the engine carries over by itself.
    /// </summary>
    private void Learn(ReadOnlySpan<char> value, RedactionSpan span)
    {
        if (value.Length > 100 || _learned.Count >= MostLearned || span.Type == EntityType.Person)
            return;
        var digits = 0;
        foreach (var character in value)
            digits += char.IsDigit(character) ? 1 : 0;
        var isTelling = digits >= 4 || value.Contains('@') || (span.Type == EntityType.Otp && value.Length >= 8);
        if (isTelling && value.ToString() is var text && _learned.Add(text))
            session.Learn(new KnownValue(text, span.Type));
    }

    private void Write(Utf8JsonWriter json, ReportTurn turn, string text)
    {
        if (text == RedactionResult.WithheldText)
            tally.Withhold();
        json.WriteStartObject();
        json.WriteString("role"u8, turn.Role switch
        {
            SpeakerRole.Agent => "agent"u8,
            SpeakerRole.Caller => "caller"u8,
            SpeakerRole.Unknown => "unknown"u8,
        });
        json.WriteString("text"u8, text);
        if (turn.OffsetMs is { } offset)
            json.WriteNumber("ms"u8, offset);
        json.WriteEndObject();
    }
}
