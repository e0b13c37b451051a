using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orchestrator.Web.Vapi;

/// <summary>A JSON writer with its buffer, one kept per thread. Taken out while in use, so nesting and awaiting are safe.</summary>
internal sealed class PooledJson
{
    private const int LargestKept = 64 * 1024;

    // Umlauts stay readable for the model. Line and paragraph separators are escaped by this encoder too.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static PooledJson? s_kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    private PooledJson() => Writer = new Utf8JsonWriter(_buffer, Options);

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public static PooledJson Take()
    {
        var kept = s_kept;
        s_kept = null;
        return kept ?? new PooledJson();
    }

    public void Return()
    {
        if (_buffer.Capacity > LargestKept)
            return;
        _buffer.ResetWrittenCount();
        Writer.Reset();
        s_kept = this;
    }
}
