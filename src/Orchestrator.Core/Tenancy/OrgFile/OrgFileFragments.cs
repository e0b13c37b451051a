using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Single lists of an organization file as JSON text, for columns that hold the file's own values. Reading is for what was written here:
/// text that is not is a bug and throws.
/// </summary>
public static class OrgFileFragments
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ImmutableArray<WeeklyWindow> windows) => Write(windows, OrgFileWriterLists.WriteWindow);

    public static string Write(ImmutableArray<DateOverride> overrides) => Write(overrides, OrgFileWriterLists.WriteOverride);

    public static string Write(ImmutableArray<LocalRange> ranges) => Write(ranges, OrgFileWriterLists.WriteRange);

    public static string Write(ImmutableArray<Closure> closures) => Write(closures, OrgFileWriterLists.WriteClosure);

    /// <exception cref="FormatException">Not a list of weekly windows.</exception>
    public static ImmutableArray<WeeklyWindow> ReadWindows(string json) => Read(json, FileHours.Weekly);

    /// <exception cref="FormatException">Not a list of date overrides.</exception>
    public static ImmutableArray<DateOverride> ReadOverrides(string json) => Read(json, FileHours.Overrides);

    /// <exception cref="FormatException">Not a list of time off.</exception>
    public static ImmutableArray<LocalRange> ReadTimeOff(string json) => Read(json, FileHours.Ranges);

    /// <exception cref="FormatException">Not a list of closures.</exception>
    public static ImmutableArray<Closure> ReadClosures(string json) => Read(json, FileHours.Closures);

    private static string Write<T>(ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartArray();
            json.WriteObjects(items, write);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ImmutableArray<T> Read<T>(string json, Func<FileObject, string, ImmutableArray<T>> read)
    {
        var faults = new List<OrgFileFault>();
        using var document = JsonDocument.Parse($$"""{"list":{{json}}}""");
        var list = read(new FileObject(document.RootElement, "$", faults, "list"), "list");
        return faults.Count == 0 ? list : throw new FormatException(faults[0].ToString());
    }
}
