using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Core.Redaction;

/// <summary>
/// The <c>redact</c> verb: lines of <c>{"id","text","known"?:[string]}</c> in, lines of
/// <c>{"id","redacted","spans":[{"start","end","type","reason"}]}</c> out; offsets are Unicode code points of the input.
/// One line is held at a time, and written before the next one is read.
/// </summary>
/// <param name="redactor">The engine.</param>
/// <param name="policy">What is hidden and how.</param>
/// <param name="known">What is known of every line, beside what the line itself says is known.</param>
public sealed class RedactionJsonLines(ITranscriptRedactor redactor, RedactionPolicy policy, IReadOnlyList<KnownValue>? known = null)
{
    /// <summary>Longest line in UTF-16 units: every text that the engine would work on, however it is escaped.</summary>
    private const int LongestLine = 100_000_000;

    /// <summary>Other keys are ignored, however deep.</summary>
    private static readonly JsonDocumentOptions Read = new() { MaxDepth = 1_000 };

    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Redacts every line; a bad one is reported with its number and skipped.</summary>
    /// <returns>How many lines were bad.</returns>
    public async Task<int> RunAsync(TextReader input, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        var bad = 0;
        var lines = new RedactionLineReader(input, LongestLine);
        for (var number = 1; await lines.NextAsync(ct) is (true, var line); number++)
        {
            var problem = "too long.";
            if (line is not null && string.IsNullOrWhiteSpace(line)) continue;
            if (line is not null && Redact(line, out problem) is { } written)
            {
                await output.WriteAsync(written.AsMemory(), ct);
                await output.FlushAsync(ct);
                continue;
            }

            bad++;
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Line {number}: {problem}").AsMemory(), ct);
        }

        return bad;
    }

    private string? Redact(string line, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Read);
            return Redact(document.RootElement, out problem);
        }
        catch (JsonException e)
        {
            problem = $"not JSON (byte {e.BytePositionInLine + 1}).";
        }
        catch (InvalidOperationException)
        {
            problem = "\"id\" holds half of a surrogate pair.";
        }

        return null;
    }

    private string? Redact(JsonElement line, out string problem)
    {
        problem = "";
        if (line.ValueKind != JsonValueKind.Object) problem = "not an object.";
        else if (!line.TryGetProperty("id", out var id)) problem = "no \"id\".";
        else if (!line.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) problem = "no \"text\" that is a string.";
        else if (!TryReadKnown(line, out var values)) problem = "\"known\" is not an array of strings.";
        else return Write(id, redactor.Redact(new RedactionRequest(RedactionJsonText.Read(text)) { Policy = policy, Known = values }));
        return null;
    }

    private bool TryReadKnown(JsonElement line, out List<KnownValue> all)
    {
        all = [.. known ?? []];
        if (!line.TryGetProperty("known", out var values) || values.ValueKind == JsonValueKind.Null) return true;
        if (values.ValueKind != JsonValueKind.Array) return false;
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.String) return false;
            all.Add(new KnownValue(RedactionJsonText.Read(value)));
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

        buffer.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
