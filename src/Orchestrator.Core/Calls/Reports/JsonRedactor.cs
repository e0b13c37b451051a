using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>
/// Redacts every text, every number and every property's name of any JSON and keeps its structure. A value is judged
/// together with the name it stands under: <c>482913</c> is a code because its property says so.
/// </summary>
internal sealed class JsonRedactor(RedactionSession session, RedactionTally tally, Func<bool> isOver)
{
    public static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostValues = 20_000;
    private const int Deepest = 60;
    private const int LongestName = 200;

    private int _values;

    /// <returns>The redacted JSON; null where there is none.</returns>
    public byte[]? Redact(string name, JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return null;
        var written = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(written, Written))
            Write(json, name, element, Deepest);
        return written.WrittenSpan.ToArray();
    }

    /// <returns>The redacted text; null where there is none.</returns>
    public string? RedactText(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null : Judge(name, text).Text;

    private void Write(Utf8JsonWriter json, string name, JsonElement element, int depth)
    {
        if (depth == 0 || ++_values > MostValues)
        {
            json.WriteStringValue(Withhold());
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, element, depth);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(json, name, item, depth - 1);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Read(element) is { } text ? Judge(name, text).Text : Withhold());
                break;
            case JsonValueKind.Number:
                WriteNumber(json, name, element);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                json.WriteBooleanValue(element.ValueKind is JsonValueKind.True);
                break;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                json.WriteNullValue();
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter json, JsonElement element, int depth)
    {
        json.WriteStartObject();
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            json.WritePropertyName(name.Length > LongestName ? Withhold() : Judge("", Storable.Text(name)).Text);
            Write(json, name.Length > LongestName ? "" : FieldRedaction.Words(name), property.Value, depth - 1);
        }

        json.WriteEndObject();
    }

    private void WriteNumber(Utf8JsonWriter json, string name, JsonElement element)
    {
        var raw = element.GetRawText();
        var (text, isHidden) = Judge(name, raw);
        if (isHidden)
            json.WriteStringValue(text);
        else
            json.WriteRawValue(raw, skipInputValidation: true);
    }

    private (string Text, bool IsHidden) Judge(string name, string value)
    {
        if (isOver())
            return (Withhold(), true);
        var judged = FieldRedaction.Redact(session, name, Storable.Text(value), tally.Hide);
        return judged.IsWithheld ? (Withhold(), true) : (judged.Text, judged.IsHidden);
    }

    private string Withhold()
    {
        tally.Withhold();
        return RedactionResult.WithheldText;
    }

    /// <summary>Null for text with half a character in it.</summary>
    private static string? Read(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
