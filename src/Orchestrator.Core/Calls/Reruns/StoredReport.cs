using System.Text;
using System.Text.Json;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reruns;

/// <summary>A stored transcript as the report that would make it, and what a second redaction adds to its figures.</summary>
internal static class StoredReport
{
    public static CallReport Read(StoredTranscript stored) => new()
    {
        Turns = ReadTurns(stored.Turns),
        Summary = stored.Summary,
        Analysis = ReadJson(stored.Analysis),
        Structured = ReadJson(stored.Structured),
        RecordingUrl = stored.RecordingUrl,
    };

    /// <summary>How many values of each type are hidden by now.</summary>
    public static string AddCounts(string before, byte[] added)
    {
        var counts = JsonSerializer.Deserialize<SortedDictionary<string, int>>(before)!;
        foreach (var (type, count) in Counts(added))
            counts[type] = counts.GetValueOrDefault(type) + count;
        return JsonSerializer.Serialize(counts);
    }

    public static int Sum(byte[] counts) => Counts(counts).Values.Sum();

    /// <summary>Turns that were withheld before are withheld again and must not count twice.</summary>
    public static int WithheldParts(StoredTranscript stored, CallReport report, RedactedReport redacted) =>
        stored.WithheldParts - report.Turns.Count(turn => turn.Text == RedactionResult.WithheldText) + redacted.WithheldParts;

    public static string? Json(byte[]? utf8) => utf8 is null ? null : Encoding.UTF8.GetString(utf8);

    private static Dictionary<string, int> Counts(byte[] counts) => JsonSerializer.Deserialize<Dictionary<string, int>>(counts)!;

    private static List<ReportTurn> ReadTurns(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(ReadTurn)];
    }

    private static ReportTurn ReadTurn(JsonElement turn) => new(
        turn.GetProperty("role").GetString() switch
        {
            "agent" => SpeakerRole.Agent,
            "caller" => SpeakerRole.Caller,
            _ => SpeakerRole.Unknown,
        },
        turn.GetProperty("text").GetString(),
        turn.TryGetProperty("ms", out var ms) ? ms.GetInt32() : null);

    private static JsonElement ReadJson(string? json) => json is null ? default : JsonElement.Parse(json);
}
