using System.Runtime.InteropServices;
using System.Text.Json;

namespace Orchestrator.Web.Vapi;

/// <summary>Reads text out of JSON that anybody may have written: never throws, never copies more than asked for.</summary>
internal static class JsonText
{
    public const int LongestId = 200;

    /// <summary>The value of a property, or an undefined element where the holder is no object or has none.</summary>
    public static JsonElement Get(this JsonElement holder, ReadOnlySpan<byte> name) =>
        holder.ValueKind is JsonValueKind.Object && holder.TryGetProperty(name, out var value) ? value : default;

    public static bool IsNothing(this JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A string, or a number as it was written. Null for anything else, and for text with half a character in it.</summary>
    public static string? Read(JsonElement element, int longest)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                // An escape is six bytes for one character at most; longer cannot fit whatever it holds.
                if (JsonMarshal.GetRawUtf8Value(element).Length > (longest * 6) + 2)
                    return null;
                try
                {
                    var text = element.GetString();
                    return text is not null && text.Length <= longest ? text : null;
                }
                catch (InvalidOperationException)
                {
                    return null;
                }

            case JsonValueKind.Number:
                return JsonMarshal.GetRawUtf8Value(element).Length <= longest ? element.GetRawText() : null;
            default:
                return null;
        }
    }

    /// <summary>An id that can be stored and logged: not blank, of bearable length, without control characters.</summary>
    public static string? ReadId(JsonElement element) => Read(element, LongestId) is { } text && IsId(text) ? text : null;

    public static bool IsId(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestId)
            return false;
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return false;
        }

        return true;
    }
}
