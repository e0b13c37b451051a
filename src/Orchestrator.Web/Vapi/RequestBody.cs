using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// A request's raw bytes in a pooled buffer, which grows with what arrives and not with what was announced. Nothing of it
/// may be kept past <see cref="Dispose"/>.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    public const int MostBytes = 10 * 1024 * 1024;

    private const int FirstRent = 8 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly int _prefixLength;
    private readonly UnverifiedBodyGate? _gate;
    private byte[] _buffer;
    private int _length;
    private bool _isInside;

    private RequestBody(ReadOnlySpan<byte> prefix, UnverifiedBodyGate? gate)
    {
        _gate = gate;
        _prefixLength = _length = prefix.Length;
        _buffer = ArrayPool<byte>.Shared.Rent(FirstRent);
        prefix.CopyTo(_buffer);
    }

    /// <summary>The body behind the prefix that is signed with it.</summary>
    public ReadOnlyMemory<byte> Signed => _buffer.AsMemory(0, _length);

    public ReadOnlyMemory<byte> Json
    {
        get
        {
            var body = _buffer.AsMemory(_prefixLength, _length - _prefixLength);
            return body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        }
    }

    /// <param name="http">The request.</param>
    /// <param name="prefix">Bytes to put before the body: what is signed with it.</param>
    /// <param name="gate">Given where the caller is not proven yet.</param>
    /// <param name="deadline">Until when all of it has to be here.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The body, or the status to answer: 400, 408 or 413.</returns>
    public static async ValueTask<(RequestBody? Body, int Status)> ReadAsync(
        HttpContext http, byte[] prefix, UnverifiedBodyGate? gate, TimeSpan deadline, TimeProvider time)
    {
        if (http.Request.ContentLength > MostBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);
        // The server counts a chunked body's framing as well; the limit that holds is the one below.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes * 2;

        var body = new RequestBody(prefix, gate);
        var status = StatusCodes.Status400BadRequest;
        try
        {
            status = await body.FillAsync(http.Request.BodyReader, deadline, time);
        }
        catch (BadHttpRequestException refused)
        {
            status = refused.StatusCode is >= 400 and < 500 ? refused.StatusCode : StatusCodes.Status400BadRequest;
        }
        finally
        {
            if (status != StatusCodes.Status200OK)
                body.Dispose();
        }

        return status == StatusCodes.Status200OK ? (body, status) : (null, status);
    }

    public void Dispose()
    {
        if (_buffer.Length == 0)
            return;
        GiveBack();
        _buffer = [];
        if (_isInside)
            _gate!.Leave();
    }

    private async ValueTask<int> FillAsync(PipeReader reader, TimeSpan deadline, TimeProvider time)
    {
        CancellationTokenSource? alarm = null;
        CancellationTokenRegistration stop = default;
        try
        {
            while (true)
            {
                var reading = reader.ReadAsync(CancellationToken.None);
                if (!reading.IsCompleted && alarm is null)
                {
                    // Most bodies arrive with their headers and never need the timer.
                    alarm = new CancellationTokenSource(deadline, time);
                    stop = alarm.Token.UnsafeRegister(static state => ((PipeReader)state!).CancelPendingRead(), reader);
                }

                var read = await reading;
                var isWithinLimit = !read.IsCanceled && Append(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCanceled)
                    return StatusCodes.Status408RequestTimeout;
                if (!isWithinLimit)
                    return StatusCodes.Status413PayloadTooLarge;
                if (read.IsCompleted)
                    return StatusCodes.Status200OK;
                if (_gate is not null && !_isInside && _length > UnverifiedBodyGate.FreeBytes && !await EnterAsync(deadline, time))
                    return StatusCodes.Status408RequestTimeout;
            }
        }
        finally
        {
            await stop.DisposeAsync();
            alarm?.Dispose();
        }
    }

    private async ValueTask<bool> EnterAsync(TimeSpan deadline, TimeProvider time)
    {
        using var patience = new CancellationTokenSource(deadline, time);
        try
        {
            await _gate!.EnterAsync(patience.Token);
            return _isInside = true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool Append(in ReadOnlySequence<byte> arrived)
    {
        var needed = _length + arrived.Length;
        if (needed - _prefixLength > MostBytes)
            return false;
        if (needed > _buffer.Length)
            Grow((int)needed);
        arrived.CopyTo(_buffer.AsSpan(_length));
        _length = (int)needed;
        return true;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        GiveBack();
        _buffer = larger;
    }

    /// <summary>What callers said must not lie about in a pool.</summary>
    private void GiveBack()
    {
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
