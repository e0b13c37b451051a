using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Serilog.Core;
using Serilog.Events;

namespace Orchestrator.Web.Hosting.Logging;

/// <summary>
/// The last line of defence: no message of ours has a place for personal data, and if one gets in nevertheless, through a
/// library, an exception or a mistake, the engine that redacts transcripts hides it here. Properties that hold an id are
/// passed by, so an ordinary line costs a look-up per property.
/// </summary>
internal sealed class LogRedaction : ILogEventEnricher
{
    private const int MostKnownTemplates = 2_000;

    /// <summary>An id has no blanks and is not longer; anything else under such a name is judged like the rest.</summary>
    private const int LongestId = 128;

    /// <summary>Numbers from here on could be a telephone's or a card's.</summary>
    private const decimal LargestPlainNumber = 999_999;

    private static readonly FrozenSet<string> s_ids = FrozenSet.Create(
        StringComparer.Ordinal,
        "SourceContext", "EventId", "EventName", "OrgId", "UserId", "CallId", "ToolCallId", "DispatchId", "HoldId", "RequestId", "ConnectionId",
        "TransportConnectionId", "TraceId", "SpanId", "ParentId", "ActionId", "ActionName", "EndpointName", "Reference", "Method", "Route", "Status",
        "Slug", "Tool", "Kind", "Channel", "ErrorCode", "MessageType", "Job", "Folder", "Addresses", "RemoteAddress", "CredentialVersion");

    private static readonly string[] s_measures = ["Count", "Rows", "Bytes", "Size", "Length", "Ms", "Ticks", "Total", "Elapsed", "Seq"];

    /// <summary>As for transcripts, but for what the host's own working is told by; and without numbers, which would mean nothing here.</summary>
    private static readonly RedactionPolicy s_policy = new PolicyRules
    {
        Preset = RedactionPresets.ClinicDefault.Name,
        Overrides = PolicyRules.Default.Overrides.AddRange(EntityTypes.All
            .Where(type => RedactionPresets.ClinicDefault.Hides(type))
            .Select(type => KeyValuePair.Create(type, IsOfTheHost(type) ? RedactionAction.Keep : RedactionAction.Label))),
    }.ToPolicy(1).Value;

    private readonly TranscriptRedactor _redactor = new();
    private readonly ConcurrentDictionary<string, bool> _templates = new(StringComparer.Ordinal);

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        // ASP.NET Core's own scope; the path is as a client sent it. RequestLog gives the route instead.
        logEvent.RemovePropertyIfPresent("RequestPath");
        List<LogEventProperty>? redacted = null;
        foreach (var (name, value) in logEvent.Properties)
        {
            if (value is ScalarValue { Value: null or bool or int or short or byte or double or float or Guid or Enum or TimeSpan or DateTimeOffset or DateTime }
                || Redact(name, value) is not { } hidden)
                continue;
            (redacted ??= []).Add(new LogEventProperty(name, hidden));
        }

        foreach (var property in redacted ?? [])
            logEvent.AddOrUpdateProperty(property);
    }

    /// <summary>The text of an exception without what it should not say; frames of the stack are left alone. Null where nothing was hidden.</summary>
    public string? Redact(Exception? exception)
    {
        if (exception?.ToString() is not { } text)
            return null;
        var lines = text.Split('\n');
        var isHidden = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("   at ", StringComparison.Ordinal) || Judge("", lines[i]) is not { } hidden)
                continue;
            (lines[i], isHidden) = (hidden, true);
        }

        return isHidden ? string.Join('\n', lines) : null;
    }

    /// <summary>A message that was put together before it was logged. Null where nothing was hidden, which is remembered.</summary>
    public string? Redact(MessageTemplate template)
    {
        if (_templates.ContainsKey(template.Text))
            return null;
        if (Judge("", template.Text) is { } hidden)
            return hidden;
        if (_templates.Count < MostKnownTemplates)
            _templates.TryAdd(template.Text, true);
        return null;
    }

    private LogEventPropertyValue? Redact(string name, LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } => IsId(name, text) ? null : Scalar(Judge(name, text)),
        ScalarValue { Value: long or ulong or uint or decimal } scalar => RedactNumber(name, Convert.ToDecimal(scalar.Value, CultureInfo.InvariantCulture)),
        ScalarValue => null,
        // A number and a name out of somebody's source, on every line.
        StructureValue id when name == "EventId" && id.Properties.All(part => part.Value is ScalarValue { Value: int } || (part.Value is ScalarValue { Value: string text } && IsId(name, text))) => null,
        SequenceValue list => Rebuild(list.Elements, element => Redact(name, element), elements => new SequenceValue(elements)),
        StructureValue structure => Rebuild(
            structure.Properties,
            property => Redact(property.Name, property.Value) is { } hidden ? new LogEventProperty(property.Name, hidden) : null,
            properties => new StructureValue(properties, structure.TypeTag)),
        DictionaryValue dictionary => Rebuild(
            dictionary.Elements,
            pair => Redact(pair.Key.Value as string ?? name, pair.Value) is { } hidden ? KeyValuePair.Create(pair.Key, hidden) : (KeyValuePair<ScalarValue, LogEventPropertyValue>?)null,
            pairs => new DictionaryValue(pairs)),
        _ => null,
    };

    private ScalarValue? RedactNumber(string name, decimal number) =>
        Math.Abs(number) <= LargestPlainNumber || s_measures.Any(measure => name.EndsWith(measure, StringComparison.Ordinal)) ? null : Scalar(Judge(name, number.ToString(CultureInfo.InvariantCulture)));

    private string? Judge(string name, string value)
    {
        var judged = FieldRedaction.Redact(_redactor.OpenSession(s_policy, []), FieldRedaction.Words(name), value);
        return judged.IsHidden ? judged.Text : null;
    }

    private static ScalarValue? Scalar(string? text) => text is null ? null : new ScalarValue(text);

    private static bool IsId(string name, string value) => s_ids.Contains(name) && value.Length <= LongestId && !value.AsSpan().ContainsAny(' ', '\t', '\n');

    private static LogEventPropertyValue? Rebuild<T>(IEnumerable<T> parts, Func<T, T?> redact, Func<List<T>, LogEventPropertyValue> make)
        where T : class => Rebuild(parts, (T part, out T kept) => (kept = redact(part) ?? part) != part, make);

    private static LogEventPropertyValue? Rebuild<T>(IEnumerable<T> parts, Func<T, T?> redact, Func<List<T>, LogEventPropertyValue> make)
        where T : struct => Rebuild(parts, (T part, out T kept) => { var hidden = redact(part); kept = hidden ?? part; return hidden is not null; }, make);

    private static LogEventPropertyValue? Rebuild<T>(IEnumerable<T> parts, Replacing<T> replace, Func<List<T>, LogEventPropertyValue> make)
    {
        var all = new List<T>();
        var isHidden = false;
        foreach (var part in parts)
        {
            isHidden |= replace(part, out var kept);
            all.Add(kept);
        }

        return isHidden ? make(all) : null;
    }

    private static bool IsOfTheHost(EntityType type) => type is EntityType.Url or EntityType.IpAddress or EntityType.MacAddress or EntityType.Id
        or EntityType.DeviceId or EntityType.Crypto or EntityType.SwiftBic or EntityType.Username or EntityType.LicensePlate;

    private delegate bool Replacing<T>(T part, out T kept);
}
