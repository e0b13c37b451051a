using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Orchestrator.Core.Redaction;

/// <summary>Reads a JSON string also where it holds half of a surrogate pair, which the engine can pass and .NET's reader cannot.</summary>
internal static class RedactionJsonText
{
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            switch (raw[++at])
            {
                case 'u':
                    text.Append((char)ushort.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    at += 4;
                    break;
                case var letter:
                    text.Append(letter switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => letter });
                    break;
            }
        }

        return text.ToString();
    }
}
