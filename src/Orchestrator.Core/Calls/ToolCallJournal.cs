using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls;

/// <summary>
/// Keeps notes in memory until <see cref="FlushAsync"/> writes them together, one statement per organization. What a killed
/// process had not written is lost: that is a latency and a line in a timeline, never an effect.
/// </summary>
public sealed partial class ToolCallJournal(OrgDb db, ILogger<ToolCallJournal> logger) : IToolCallJournal, IDisposable
{
    /// <summary>Past this the oldest notes go: the database has been away for long.</summary>
    private const int MostKept = 50_000;

    private const int Batch = 1_000;

    private static readonly Actor Writer = Actor.Job("tool-call-journal");

    private readonly ConcurrentQueue<ToolCallNote> _notes = new();
    private readonly SemaphoreSlim _turn = new(1);

    public void Note(ToolCallNote note)
    {
        if (note.Context.CallId is null || note.Context.ToolCallId is null)
            return;
        _notes.Enqueue(note);
        if (_notes.Count > MostKept)
            _notes.TryDequeue(out _);
    }

    /// <summary>Writes what was noted so far. A failure is logged and the notes wait for the next time.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (_notes.IsEmpty)
            return;
        await _turn.WaitAsync(ct);
        try
        {
            while (Take() is { Count: > 0 } taken)
            {
                foreach (var ofOrg in taken.GroupBy(note => note.Context.Org))
                {
                    if (!await TryWriteAsync(ofOrg.Key, [.. ofOrg], ct))
                        return;
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private List<ToolCallNote> Take()
    {
        var taken = new List<ToolCallNote>();
        while (taken.Count < Batch && _notes.TryDequeue(out var note))
            taken.Add(note);
        return taken;
    }

    private async Task<bool> TryWriteAsync(OrgId org, List<ToolCallNote> notes, CancellationToken ct)
    {
        try
        {
            await WriteAsync(org, notes, ct);
            return true;
        }
        catch (Exception fault) when (fault is PostgresException { IsTransient: false })
        {
            // The same notes would fail for ever and hold up all others.
            Log.Dropped(logger, notes.Count, fault);
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            foreach (var note in notes)
                Note(note);
            Log.Waiting(logger, notes.Count, fault);
            return false;
        }
    }

    private Task<bool> WriteAsync(OrgId org, List<ToolCallNote> notes, CancellationToken ct) => db.CallAsync(
        new OrgContext(org, Writer),
        "select note_tool_calls($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        [
            Texts(notes.Select(note => note.Context.ToolCallId!)),
            Texts(notes.Select(note => note.Context.CallId!)),
            Texts(notes.Select(note => note.Tool)),
            Texts(notes.Select(note => note.Code)),
            Ints(notes.Select(note => (int)Math.Min(note.Latency.TotalMilliseconds, int.MaxValue))),
            Instants(notes.Select(note => note.At)),
            Texts(notes.Select(note => string.Join(',', note.Arguments))),
            Texts(notes.Select(note => SnakeCaseEnumConverter<CallChannel>.ToName(note.Call.Channel))),
            Texts(notes.Select(note => SnakeCaseEnumConverter<CallDirection>.ToName(note.Call.Direction))),
            Texts(notes.Select(note => CallerNumber.LastFour(note.Call.CallerNumber))),
            Texts(notes.Select(note => note.Call.CalledNumberId)),
        ],
        _ => true,
        ct);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Count} notes of tool calls could not be written yet.")]
        public static partial void Waiting(ILogger logger, int count, Exception fault);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Count} notes of tool calls were refused by the database and dropped.")]
        public static partial void Dropped(ILogger logger, int count, Exception fault);
    }
}
