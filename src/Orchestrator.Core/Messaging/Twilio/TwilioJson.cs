using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Tolerant reading of answers: a body may be JSON, plain text, HTML or empty, whatever its headers say.</summary>
internal static partial class TwilioJson
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: false);

    /// <summary>The body as a JSON object; false for anything else.</summary>
    public static bool TryOpen(byte[]? body, [NotNullWhen(true)] out JsonElement? root)
    {
        root = null;
        if (body is not { Length: > 0 })
            return false;
        try
        {
            // Through text, because a byte that is no UTF-8, or half a surrogate pair, anywhere in the answer must not cost us its id.
            var text = s_utf8.GetString(body.AsSpan().StartsWith(s_utf8.Preamble) ? body.AsSpan(s_utf8.Preamble.Length) : body);
            var element = JsonSerializer.Deserialize<JsonElement>(text);
            if (element.ValueKind == JsonValueKind.Object)
                root = element;
        }
        catch (JsonException)
        {
            return false;
        }

        return root is not null;
    }

    /// <summary>A property's text where it is a string that is not empty.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && Read(value) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A property's number, also where it stands as text.</summary>
    public static int? Number(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return value.TryGetInt32(out var number) ? number : null;
        return int.TryParse(element.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
    }

    /// <summary>
    /// The error code of an answer: <c>code</c> of Twilio's classic shape and of its RFC 9457 one, or the number that ends
    /// the latter's <c>type</c>. None for every other body.
    /// </summary>
    public static int? ErrorCode(byte[]? body)
    {
        if (!TryOpen(body, out var root))
            return null;
        if (root.Value.Number("code") is { } code)
            return code;
        return root.Value.Text("type") is { } type && TrailingNumber().Match(type) is { Success: true } match
            ? int.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Read(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // "\ud800": an escape of half a character.
            return null;
        }
    }

    [GeneratedRegex(@"(?<=/)[0-9]{4,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingNumber();
}
