using System.Text.Json;
using Orchestrator.Core.Calls;

namespace Orchestrator.Web.Vapi;

internal static class CallFactsReader
{
    private const int LongestNumber = 200;

    public static CallFacts Read(JsonElement message)
    {
        var call = message.Get("call"u8);
        var chat = message.Get("chat"u8);
        var isChat = call.ValueKind is not JsonValueKind.Object && chat.ValueKind is JsonValueKind.Object;

        return new CallFacts(
            CallId(message, call, chat),
            Number(message.Get("customer"u8)) ?? Number(call.Get("customer"u8)),
            JsonText.ReadId(message.Get("phoneNumber"u8).Get("id"u8)) ?? JsonText.ReadId(call.Get("phoneNumberId"u8)),
            isChat ? CallChannel.Chat : CallChannel.Call,
            Direction(call.Get("type"u8)));
    }

    /// <summary>
    /// Each turn of a chat is a chat of its own; what was held in one turn is verified in the next, so the session that
    /// joins them comes first.
    /// </summary>
    private static string? CallId(JsonElement message, JsonElement call, JsonElement chat) =>
        JsonText.ReadId(call.Get("id"u8))
        ?? JsonText.ReadId(chat.Get("sessionId"u8))
        ?? JsonText.ReadId(chat.Get("id"u8))
        ?? JsonText.ReadId(message.Get("session"u8).Get("id"u8));

    private static string? Number(JsonElement customer) =>
        JsonText.Read(customer.Get("number"u8), LongestNumber) is { } number && !string.IsNullOrWhiteSpace(number) ? number : null;

    private static CallDirection Direction(JsonElement type)
    {
        if (type.ValueKind is not JsonValueKind.String)
            return CallDirection.Unknown;
        if (type.ValueEquals("inboundPhoneCall"u8))
            return CallDirection.Inbound;
        return type.ValueEquals("outboundPhoneCall"u8) ? CallDirection.Outbound : CallDirection.Unknown;
    }
}
