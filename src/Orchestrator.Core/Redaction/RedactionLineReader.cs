using System.Text;

namespace Orchestrator.Core.Redaction;

/// <summary>Lines of a stream, one in memory at a time and none longer than a limit: an input without line feeds must not fill the memory.</summary>
internal sealed class RedactionLineReader(TextReader input, int mostCharacters)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _length;

    /// <summary>The next line without its end; null for one that was too long and is left out; no line at the end.</summary>
    public async Task<(bool IsLine, string? Text)> NextAsync(CancellationToken ct)
    {
        _line.Clear();
        var (isAny, isTooLong) = (false, false);
        while (true)
        {
            if (_at == _length)
            {
                _at = 0;
                _length = await input.ReadAsync(_buffer, ct);
                if (_length == 0)
                    return (isAny, isTooLong ? null : _line.ToString());
            }

            isAny = true;
            var rest = _buffer.AsSpan(_at, _length - _at);
            var end = rest.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            isTooLong |= _line.Length + part.Length > mostCharacters;
            if (isTooLong)
                _line.Clear();
            else
                _line.Append(part);
            _at += end < 0 ? part.Length : part.Length + 1;
            if (end >= 0)
                return (true, isTooLong ? null : _line.ToString());
        }
    }
}
