using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Core.Redaction;

/// <summary>
/// The <c>redact</c> verb: lines of <c>{"id","text","known"?:[string]}</c> in, lines of
/// <c>{"id","redacted","spans":[{"start","end","type","reason"}]}</c> out; offsets are Unicode code points of the input.
/// One line is held at a time.
/// </summary>
public sealed class RedactionJsonLines(ITranscriptRedactor redactor, RedactionPolicy policy)
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Redacts every line; a bad one is reported with its number and skipped.</summary>
    /// <returns>How many lines were bad.</returns>
    public async Task<int> RunAsync(TextReader input, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        var bad = 0;
        for (var number = 1; await input.ReadLineAsync(ct) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Redact(line, out var problem) is { } written)
            {
                await output.WriteLineAsync(written.AsMemory(), ct);
                continue;
            }

            bad++;
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Line {number}: {problem}").AsMemory(), ct);
        }

        await output.FlushAsync(ct);
        return bad;
    }

    private string? Redact(string line, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Redact(document.RootElement, out problem);
        }
        catch (JsonException e)
        {
            problem = $"not JSON (character {e.BytePositionInLine + 1}).";
        }
        catch (InvalidOperationException)
        {
            problem = "a string holds half of a surrogate pair.";
        }

        return null;
    }

    private string? Redact(JsonElement line, out string problem)
    {
        problem = "";
        if (line.ValueKind != JsonValueKind.Object) problem = "not an object.";
        else if (!line.TryGetProperty("id", out var id)) problem = "no \"id\".";
        else if (!line.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) problem = "no \"text\" that is a string.";
        else if (!TryReadKnown(line, out var known)) problem = "\"known\" is not an array of strings.";
        else return Write(id, redactor.Redact(new RedactionRequest(text.GetString()!) { Policy = policy, Known = known }));
        return null;
    }

    private static bool TryReadKnown(JsonElement line, out List<KnownValue> known)
    {
        known = [];
        if (!line.TryGetProperty("known", out var values) || values.ValueKind == JsonValueKind.Null) return true;
        if (values.ValueKind != JsonValueKind.Array) return false;
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.String) return false;
            known.Add(new KnownValue(value.GetString()!));
        }

        return true;
    }

    private static string Write(JsonElement id, RedactionResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Written))
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            id.WriteTo(json);
            json.WriteString("redacted", result.Text);
            if (result.Withheld) json.WriteBoolean("withheld", true);
            json.WriteStartArray("spans");
            foreach (var span in result.Spans)
            {
                json.WriteStartObject();
                json.WriteNumber("start", span.CodePointStart);
                json.WriteNumber("end", span.CodePointEnd);
                json.WriteString("type", span.Type.Name());
                json.WriteString("reason", span.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
