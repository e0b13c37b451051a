using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Reads <c>orchestrator-org/1</c>. Nothing is let through half understood: every unknown key, wrong value and reference to nothing is a
/// fault, and all of them are told at once.
/// </summary>
public static class OrgFileReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <param name="utf8Json">The file, with or without a byte order mark.</param>
    /// <param name="now">Decides which of the file's holds have lapsed; those occupy nothing.</param>
    public static Result<OrgFile, OrgFileFaults> Read(ReadOnlyMemory<byte> utf8Json, Instant now)
    {
        var json = utf8Json.Span is [0xEF, 0xBB, 0xBF, ..] ? utf8Json[3..] : utf8Json;
        if (!IsWellFormed(json.Span, out var fault))
            return new OrgFileFaults([fault]);

        using var document = JsonDocument.Parse(json, Strict);
        var faults = new List<OrgFileFault>();
        var parts = new OrgFileParts(faults);
        var file = parts.Read(document.RootElement);
        if (file is not null && faults.Count == 0)
            OrgFileOverlaps.Find(file, parts.AppointmentPaths, now, faults);
        return file is null || faults.Count > 0 ? new OrgFileFaults([.. faults]) : file;
    }

    /// <summary>One pass before anything is believed: syntax, depth, and text that is no Unicode (a lone surrogate, bytes that are not UTF-8).</summary>
    private static bool IsWellFormed(ReadOnlySpan<byte> json, out OrgFileFault fault)
    {
        fault = new OrgFileFault("$", "is not valid JSON.");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
            }

            return true;
        }
        catch (JsonException e)
        {
            fault = new OrgFileFault("$", $"is not valid JSON (line {e.LineNumber + 1}).");
        }
        catch (InvalidOperationException)
        {
            fault = new OrgFileFault("$", "holds text that is not valid Unicode.");
        }

        return false;
    }
}
