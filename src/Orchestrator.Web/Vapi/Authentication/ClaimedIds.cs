using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// The numbers and assistants that a message says it is about. Each has to belong to the organization that the
/// credential proves. The usual message names one of each, several times over.
/// </summary>
internal struct ClaimedIds
{
    public string? NumberId { get; private set; }

    public string? OtherNumberId { get; private set; }

    public string? Number { get; private set; }

    public string? AssistantId { get; private set; }

    /// <summary>Further assistants, null in a usual message.</summary>
    public List<string>? OtherAssistantIds { get; private set; }

    public static ClaimedIds Read(JsonElement message)
    {
        var ids = default(ClaimedIds);
        var phoneNumber = message.Get("phoneNumber"u8);
        var call = message.Get("call"u8);
        ids.NumberId = Text(phoneNumber.Get("id"u8));
        ids.Number = Text(phoneNumber.Get("number"u8));
        var calledId = call.Get("phoneNumberId"u8);
        if (ids.NumberId is null)
            ids.NumberId = Text(calledId);
        else if (!Says(calledId, ids.NumberId))
            ids.OtherNumberId = Text(calledId);
        ids.AddAssistant(call.Get("assistantId"u8));
        ids.AddAssistant(message.Get("assistant"u8).Get("id"u8));
        ids.AddAssistant(message.Get("chat"u8).Get("assistantId"u8));
        ids.AddAssistant(message.Get("session"u8).Get("assistantId"u8));
        return ids;
    }

    private void AddAssistant(JsonElement element)
    {
        if (AssistantId is not null && Says(element, AssistantId))
            return;
        if (Text(element) is not { } id)
            return;
        if (AssistantId is null)
            AssistantId = id;
        else
            (OtherAssistantIds ??= []).Add(id);
    }

    private static bool Says(JsonElement element, string id) => element.ValueKind is JsonValueKind.String && element.ValueEquals(id);

    /// <summary>
    /// Absent, null and empty claim nothing. Whatever else cannot be an id is kept in its raw spelling, which nobody owns.
    /// </summary>
    private static string? Text(JsonElement element)
    {
        if (element.IsNothing())
            return null;
        if (JsonText.Read(element, JsonText.LongestId) is { } text)
            return text.Length == 0 ? null : text;
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, JsonText.LongestId)]);
    }
}
