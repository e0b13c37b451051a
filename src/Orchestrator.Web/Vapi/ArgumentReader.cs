using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Orchestrator.Web.Vapi;

/// <summary>Turns the arguments of a tool call, in whatever form they came, into <see cref="ToolArguments"/>. Never throws.</summary>
internal static class ArgumentReader
{
    private const int LongestRaw = 64 * 1024;
    private const int LongestText = 1_000;
    private const int MostFields = 64;

    private static readonly ToolArgument Unusable = new(ArgumentState.Unusable, null);

    public static ToolArguments Read(JsonElement arguments)
    {
        if (arguments.IsNothing())
            return ToolArguments.Empty;
        var raw = JsonMarshal.GetRawUtf8Value(arguments);
        return raw.Length <= LongestRaw ? Read(raw, layers: 2) : ToolArguments.Malformed;
    }

    /// <param name="json">An object, or a string that holds one.</param>
    /// <param name="layers">How many strings may be unwrapped: some paths encode twice.</param>
    private static ToolArguments Read(ReadOnlySpan<byte> json, int layers)
    {
        json = json.Trim(" \t\r\n"u8);
        if (json.IsEmpty || json.SequenceEqual("null"u8))
            return ToolArguments.Empty;
        try
        {
            return json[0] switch
            {
                (byte)'{' => ReadObject(json),
                (byte)'"' when layers > 0 => Unwrap(json, layers),
                _ => ToolArguments.Malformed,
            };
        }
        catch (JsonException)
        {
            return ToolArguments.Malformed;
        }
        catch (InvalidOperationException)
        {
            // Half a character, escaped.
            return ToolArguments.Malformed;
        }
    }

    private static ToolArguments Unwrap(ReadOnlySpan<byte> json, int layers)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var buffer = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            var length = reader.CopyString(buffer);
            return reader.BytesConsumed == json.Length ? Read(buffer.AsSpan(0, length), layers - 1) : ToolArguments.Malformed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static ToolArguments ReadObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var fields = new List<KeyValuePair<string, ToolArgument>>(4);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (fields.Count == MostFields || Contains(fields, name))
                return ToolArguments.Malformed;
            reader.Read();
            fields.Add(new(name, ReadValue(ref reader)));
        }

        // Reads past the end: anything that follows the object throws.
        reader.Read();
        return fields.Count == 0 ? ToolArguments.Empty : new ToolArguments([.. fields]);
    }

    private static ToolArgument ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.ValueSpan.Length <= LongestText * 6 ? Judge(reader.GetString()!) : Unusable;
            case JsonTokenType.Number:
                return Judge(Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.Null:
                return default;
            default:
                reader.Skip();
                return Unusable;
        }
    }

    private static ToolArgument Judge(string value)
    {
        var text = value.Trim();
        if (text.Length == 0 || IsPlaceholder(text))
            return default;
        return text.Length > LongestText || HasControl(text) ? Unusable : new(ArgumentState.Given, text);
    }

    /// <summary>What a variable that was never set looks like after Liquid or a script had its turn.</summary>
    private static bool IsPlaceholder(string text) =>
        text.Contains("{{", StringComparison.Ordinal)
        || text.Equals("null", StringComparison.OrdinalIgnoreCase)
        || text.Equals("undefined", StringComparison.OrdinalIgnoreCase);

    /// <summary>PostgreSQL cannot store NUL, and no spoken argument has any of its kind.</summary>
    private static bool HasControl(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && !char.IsWhiteSpace(character))
                return true;
        }

        return false;
    }

    private static bool Contains(List<KeyValuePair<string, ToolArgument>> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Key == name)
                return true;
        }

        return false;
    }
}
