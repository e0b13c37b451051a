using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// Copies what was said out of a closing report, whatever its shape. The same conversation comes up to five times in one
/// report; the first form that holds anything is read and the others are not even decoded.
/// </summary>
internal static class CallReportReader
{
    private const int LongestExtra = 1024 * 1024;

    public static CallReport Read(JsonElement message)
    {
        var artifact = message.Get("artifact"u8);
        var analysis = message.Get("analysis"u8);
        var structured = artifact.Get("structuredOutputs"u8);
        var known = new KnownArguments();
        known.AddName(message.Get("customer"u8).Get("name"u8));
        known.AddName(message.Get("call"u8).Get("customer"u8).Get("name"u8));
        var turns = ReadTurns(message, artifact, known);
        return new CallReport
        {
            Turns = turns,
            Summary = Text(analysis.Get("summary"u8)) ?? Text(message.Get("summary"u8)) ?? Text(artifact.Get("summary"u8)),
            Analysis = Copy(analysis),
            Structured = Copy(structured),
            RecordingUrl = Text(artifact.Get("recordingUrl"u8)) ?? Text(message.Get("recordingUrl"u8))
                ?? Text(artifact.Get("recording"u8).Get("mono"u8).Get("combinedUrl"u8)) ?? Text(artifact.Get("stereoRecordingUrl"u8)) ?? Text(message.Get("stereoRecordingUrl"u8)),
            Known = known.Values,
            UnreadableParts = (IsTooLarge(analysis) ? 1 : 0) + (IsTooLarge(structured) ? 1 : 0),
        };
    }

    private static List<ReportTurn> ReadTurns(JsonElement message, JsonElement artifact, KnownArguments known)
    {
        ReadOnlySpan<JsonElement> lists =
        [
            artifact.Get("messages"u8),
            message.Get("messages"u8),
            artifact.Get("messagesOpenAIFormatted"u8),
            message.Get("messagesOpenAIFormatted"u8),
        ];
        foreach (var list in lists)
        {
            if (list.ValueKind is JsonValueKind.Array && ReadList(list, known) is { Count: > 0 } turns)
                return turns;
        }

        return TranscriptLines.Read(Text(artifact.Get("transcript"u8)) ?? Text(message.Get("transcript"u8)));
    }

    private static List<ReportTurn> ReadList(JsonElement list, KnownArguments known)
    {
        var turns = new List<ReportTurn>(list.GetArrayLength());
        double? firstTime = null;
        foreach (var entry in list.EnumerateArray())
        {
            known.AddCalls(entry.Get("toolCalls"u8));
            known.AddCalls(entry.Get("tool_calls"u8));
            if (!TryReadRole(entry, out var role) || !TryReadText(entry, out var text))
                continue;
            var time = Number(entry.Get("time"u8));
            firstTime ??= time;
            turns.Add(new ReportTurn(role, text, Offset(Number(entry.Get("secondsFromStart"u8)) * 1_000 ?? (time - firstTime))));
        }

        return turns;
    }

    /// <summary>False for instructions to the model and for tool traffic, which the tool calls' own records show.</summary>
    private static bool TryReadRole(JsonElement entry, out SpeakerRole role)
    {
        role = SpeakerRole.Unknown;
        var written = entry.Get("role"u8);
        if (written.ValueKind is not JsonValueKind.String)
            return entry.ValueKind is JsonValueKind.Object;
        if (written.ValueEquals("user"u8) || written.ValueEquals("customer"u8))
            role = SpeakerRole.Caller;
        else if (written.ValueEquals("bot"u8) || written.ValueEquals("assistant"u8))
            role = SpeakerRole.Agent;
        else if (written.ValueEquals("system"u8) || written.ValueEquals("developer"u8) || written.ValueEquals("function"u8) || written.ValueEquals("tool"u8)
            || written.ValueEquals("tool_calls"u8) || written.ValueEquals("tool_call"u8) || written.ValueEquals("tool_call_result"u8))
            return false;
        return true;
    }

    /// <summary>A turn whose text has half a character in it is a turn nevertheless; its text is null.</summary>
    private static bool TryReadText(JsonElement entry, out string? text)
    {
        text = null;
        var said = entry.Get("message"u8);
        if (said.IsNothing())
            said = entry.Get("content"u8);
        if (said.IsNothing())
            said = entry.Get("text"u8);
        switch (said.ValueKind)
        {
            case JsonValueKind.String:
                text = Text(said);
                return text is not { Length: 0 };
            case JsonValueKind.Array:
                text = Join(said);
                return text is not { Length: 0 };
            default:
                return false;
        }
    }

    /// <summary>OpenAI's form of a content: parts, of which those of type "text" hold text.</summary>
    private static string? Join(JsonElement parts)
    {
        var joined = new StringBuilder();
        foreach (var part in parts.EnumerateArray())
        {
            var element = part.ValueKind is JsonValueKind.Object ? part.Get("text"u8) : part;
            if (element.ValueKind is not JsonValueKind.String)
                continue;
            if (Text(element) is not { } text)
                return null;
            joined.Append(joined.Length > 0 ? " " : "").Append(text);
        }

        return joined.ToString();
    }

    private static string? Text(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static double? Number(JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) ? number : null;

    private static int? Offset(double? milliseconds) => milliseconds is >= 0 and <= int.MaxValue ? (int)milliseconds.Value : null;

    private static JsonElement Copy(JsonElement element) => element.IsNothing() || IsTooLarge(element) ? default : element.Clone();

    private static bool IsTooLarge(JsonElement element) => !element.IsNothing() && JsonMarshal.GetRawUtf8Value(element).Length > LongestExtra;
}
