using System.Text.Json;

namespace Orchestrator.Core.Tenancy;

/// <summary>Shapes that an organization file writes again and again.</summary>
internal static class FileWriting
{
    public static void WriteTexts(this Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    public static void WriteGiven(this Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
            json.WriteString(key, text);
    }

    public static void WriteGiven(this Utf8JsonWriter json, string key, int? number)
    {
        if (number is { } given)
            json.WriteNumber(key, given);
    }

    public static void WriteObjects<T>(this Utf8JsonWriter json, string key, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        json.WriteObjects(items, write);
        json.WriteEndArray();
    }

    public static void WriteObjects<T>(this Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
    }
}
