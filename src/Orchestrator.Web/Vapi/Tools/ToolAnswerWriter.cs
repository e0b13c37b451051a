using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>
/// Writes a tool's answer as one line of JSON: <c>code</c>, <c>say</c>, <c>action</c> for a refusal, then typed fields in
/// the order written. Nothing the caller supplied belongs in it.
/// </summary>
/// <example><c>ToolAnswerWriter.Good(ToolCodes.Held, say).Text("hold_id", id).Instant("start", start).Done()</c></example>
public sealed class ToolAnswerWriter
{
    private readonly PooledJson _json;
    private readonly string _code;
    private readonly ToolAnswerKind _kind;

    private ToolAnswerWriter(string code, string say, RefusalAction? action, ToolAnswerKind kind)
    {
        (_json, _code, _kind) = (PooledJson.Take(), code, kind);
        Json.WriteStartObject();
        Json.WriteString("code"u8, code);
        Json.WriteString("say"u8, say);
        if (action is { } next)
            Json.WriteString("action"u8, Name(next));
    }

    /// <summary>For fields that the methods here do not write, such as a list of slots. Write whole properties.</summary>
    public Utf8JsonWriter Json => _json.Writer;

    /// <summary>A good answer.</summary>
    public static ToolAnswerWriter Good(string code, string say) => new(code, say, null, ToolAnswerKind.Result);

    /// <summary>A refusal by the clinic's rules: still a result.</summary>
    public static ToolAnswerWriter Refused(string code, string say, RefusalAction action) => new(code, say, action, ToolAnswerKind.Result);

    /// <summary>A technical failure.</summary>
    public static ToolAnswerWriter Failed(string code, string say, RefusalAction action) => new(code, say, action, ToolAnswerKind.Error);

    /// <summary>An instant with the offset of the clinic's clock, <c>2027-01-14T10:00:00-08:00</c>.</summary>
    public static string Format(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    public ToolAnswerWriter Text(string name, string value)
    {
        Json.WriteString(name, value);
        return this;
    }

    public ToolAnswerWriter Texts(string name, IReadOnlyList<string> values)
    {
        Json.WriteStartArray(name);
        foreach (var value in values)
            Json.WriteStringValue(value);
        Json.WriteEndArray();
        return this;
    }

    public ToolAnswerWriter Number(string name, int value)
    {
        Json.WriteNumber(name, value);
        return this;
    }

    public ToolAnswerWriter Instant(string name, DateTimeOffset value) => Text(name, Format(value));

    /// <summary>Ends the line. The writer is not used afterwards.</summary>
    public ToolAnswer Done()
    {
        Json.WriteEndObject();
        Json.Flush();
        var line = Encoding.UTF8.GetString(_json.Written);
        _json.Return();
        return new ToolAnswer(line, _code, _kind);
    }

    private static string Name(RefusalAction action) => action switch
    {
        RefusalAction.Retry => "RETRY",
        RefusalAction.OfferAlternatives => "OFFER_ALTERNATIVES",
        RefusalAction.AskAgain => "ASK_AGAIN",
        RefusalAction.Escalate => "ESCALATE",
    };
}
