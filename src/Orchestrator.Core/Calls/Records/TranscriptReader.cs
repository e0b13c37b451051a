using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Records;

internal static class TranscriptReader
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<(CallTranscript? Transcript, List<CallMoment> Turns)> ReadAsync(OrchestratorDbContext rows, CallRow call, CancellationToken ct)
    {
        if (await rows.Transcripts.AsNoTracking().SingleOrDefaultAsync(row => row.CallId == call.Id, ct) is not { } stored)
            return (null, []);
        var transcript = new CallTranscript(
            stored.State,
            stored.CreatedAt,
            stored.PolicyName,
            stored.PolicyVersion,
            stored.TurnCount,
            stored.Summary,
            Indent(stored.Analysis),
            Indent(stored.Structured),
            JsonSerializer.Deserialize<Dictionary<string, int>>(stored.Counts)!,
            stored.WithheldParts,
            stored.RecordingUrl);
        return (transcript, ReadTurns(stored.Turns, call.BeganAt));
    }

    private static List<CallMoment> ReadTurns(string json, Instant start)
    {
        using var document = JsonDocument.Parse(json);
        var turns = new List<CallMoment>(document.RootElement.GetArrayLength());
        var at = start;
        foreach (var turn in document.RootElement.EnumerateArray())
        {
            // A turn never comes before the one that it follows, whatever its time says.
            if (turn.TryGetProperty("ms", out var ms))
                at = Instant.Max(at, start + Duration.FromMilliseconds(ms.GetInt32()));
            var role = turn.GetProperty("role").GetString() switch
            {
                "agent" => SpeakerRole.Agent,
                "caller" => SpeakerRole.Caller,
                _ => SpeakerRole.Unknown,
            };
            turns.Add(new TurnMoment(at, role, turn.GetProperty("text").GetString()!));
        }

        return turns;
    }

    private static string? Indent(string? json)
    {
        if (json is null)
            return null;
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }
}
