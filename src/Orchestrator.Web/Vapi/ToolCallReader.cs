using System.Text.Json;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// Reads the calls of a <c>tool-calls</c> message. Vapi shows each in up to three lists and in five shapes, depending on
/// its age and on the path the message took; they are merged by id, in the order first seen.
/// </summary>
internal static class ToolCallReader
{
    /// <summary>A model asks for a handful at once. A message with more entries than this is refused as a whole.</summary>
    public const int MostEntries = 512;

    // Published limit of a function's name is 64; live messages were seen with 80.
    private const int LongestName = 80;

    private const int LongestEchoedId = 1_000;

    /// <param name="message">The message.</param>
    /// <param name="calls">The calls, one for each distinct id.</param>
    /// <param name="nameless">Entries without an id that could be echoed. They are not run, since nobody could be answered.</param>
    /// <returns>False where the lists hold too many entries.</returns>
    public static bool TryRead(JsonElement message, out List<ToolCall> calls, out int nameless)
    {
        calls = new List<ToolCall>(2);
        nameless = 0;
        var entries = 0;
        return Merge(message.Get("toolCallList"u8), isWrapped: false, calls, ref entries, ref nameless)
            && Merge(message.Get("toolWithToolCallList"u8), isWrapped: true, calls, ref entries, ref nameless)
            && Merge(message.Get("toolCalls"u8), isWrapped: false, calls, ref entries, ref nameless);
    }

    private static bool Merge(JsonElement list, bool isWrapped, List<ToolCall> calls, ref int entries, ref int nameless)
    {
        if (list.ValueKind is not JsonValueKind.Array)
            return true;
        foreach (var entry in list.EnumerateArray())
        {
            if (++entries > MostEntries)
                return false;
            var call = FindOrAdd(isWrapped ? entry.Get("toolCall"u8) : entry, calls);
            if (call is null)
                nameless++;
            else
                Fill(call, isWrapped ? entry.Get("toolCall"u8) : entry, isWrapped ? entry : default);
        }

        return true;
    }

    private static ToolCall? FindOrAdd(JsonElement entry, List<ToolCall> calls)
    {
        var id = entry.Get("id"u8);
        if (id.ValueKind is JsonValueKind.String)
        {
            foreach (var known in calls)
            {
                if (id.ValueEquals(known.Id))
                    return known;
            }
        }

        if (JsonText.Read(id, LongestEchoedId) is not { Length: > 0 } text)
            return null;
        foreach (var known in calls)
        {
            if (known.Id == text)
                return known;
        }

        var call = new ToolCall(text);
        calls.Add(call);
        return call;
    }

    private static void Fill(ToolCall call, JsonElement entry, JsonElement tool)
    {
        if (call.Name is not null && call.Arguments is not null)
            return;
        var function = entry.Get("function"u8);
        call.Name ??= Name(function) ?? Name(entry) ?? Name(tool.Get("function"u8)) ?? Name(tool);
        call.Arguments ??= FirstPresent(function, entry) is { ValueKind: not JsonValueKind.Undefined } given ? ArgumentReader.Read(given) : null;
    }

    private static string? Name(JsonElement holder) =>
        JsonText.Read(holder.Get("name"u8), LongestName) is { Length: > 0 } name ? name : null;

    private static JsonElement FirstPresent(JsonElement function, JsonElement entry)
    {
        var given = function.Get("arguments"u8);
        if (given.IsNothing())
            given = function.Get("parameters"u8);
        if (given.IsNothing())
            given = entry.Get("arguments"u8);
        if (given.IsNothing())
            given = entry.Get("parameters"u8);
        return given;
    }
}
