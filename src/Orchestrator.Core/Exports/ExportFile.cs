using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Orchestrator.Core.Exports;

/// <summary>
/// Writes a table as CSV or JSON, row by row, and ends it with the number of rows and a SHA-256 over the rows' own bytes: in
/// CSV every line before the closing <c>#</c> lines, heading included; in JSON what stands between the brackets of <c>rows</c>.
/// </summary>
public sealed class ExportFile : IDisposable
{
    private readonly Stream _target;
    private readonly ExportFormat _format;
    private readonly string[] _columns;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _rows;

    private ExportFile(Stream target, ExportFormat format, string[] columns) => (_target, _format, _columns) = (target, format, columns);

    /// <param name="target">Where to; stays open.</param>
    /// <param name="format">CSV in UTF-8 with CRLF, or JSON.</param>
    /// <param name="kind">What it is, such as <c>audit</c>.</param>
    /// <param name="filter">What was asked for, as the JSON names it.</param>
    /// <param name="columns">Headings and property names.</param>
    /// <param name="ct">Ends the writing.</param>
    public static async Task<ExportFile> BeginAsync(
        Stream target, ExportFormat format, string kind, IReadOnlyDictionary<string, string> filter, string[] columns, CancellationToken ct)
    {
        var file = new ExportFile(target, format, columns);
        switch (format)
        {
            case ExportFormat.Csv:
                await file.HashedAsync(string.Join(',', columns.Select(CsvField.Write)) + "\r\n", ct);
                break;
            case ExportFormat.Json:
                await file.PlainAsync($"{{\"schema\":\"orchestrator-export/1\",\"kind\":{JsonSerializer.Serialize(kind)},\"filter\":{JsonSerializer.Serialize(filter)},\"rows\":[", ct);
                break;
        }
        return file;
    }

    public async Task RowAsync(string?[] values, CancellationToken ct)
    {
        switch (_format)
        {
            case ExportFormat.Csv:
                await HashedAsync(string.Join(',', values.Select(CsvField.Write)) + "\r\n", ct);
                break;
            case ExportFormat.Json:
                var properties = _columns.Zip(values, (name, value) => $"{JsonSerializer.Serialize(name)}:{JsonSerializer.Serialize(value)}");
                await HashedAsync($"{(_rows == 0 ? "" : ",")}\n{{{string.Join(',', properties)}}}", ct);
                break;
        }
        _rows++;
    }

    public async Task<ExportReceipt> EndAsync(CancellationToken ct)
    {
        var receipt = new ExportReceipt(_rows, Convert.ToHexStringLower(_hash.GetHashAndReset()));
        await PlainAsync(_format switch
        {
            ExportFormat.Csv => string.Create(CultureInfo.InvariantCulture, $"# rows {receipt.Rows}\r\n# sha256 {receipt.Sha256}\r\n"),
            ExportFormat.Json => string.Create(CultureInfo.InvariantCulture, $"],\"rowCount\":{receipt.Rows},\"sha256\":\"{receipt.Sha256}\"}}\n"),
        }, ct);
        await _target.FlushAsync(ct);
        return receipt;
    }

    public void Dispose() => _hash.Dispose();

    private async Task HashedAsync(string text, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _hash.AppendData(bytes);
        await _target.WriteAsync(bytes, ct);
    }

    private async Task PlainAsync(string text, CancellationToken ct) => await _target.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
}
