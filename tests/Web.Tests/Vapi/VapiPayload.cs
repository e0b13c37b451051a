using System.Text.Json.Nodes;

namespace Orchestrator.Web.Tests.Vapi;

/// <summary>Builds messages as Vapi sends them for clinic A.</summary>
internal static class VapiPayload
{
    public static JsonObject Message(string type) => new()
    {
        ["type"] = type,
        ["timestamp"] = 1_790_000_000_000,
        ["phoneNumber"] = new JsonObject { ["id"] = FakeVoiceCredentials.NumberIdA, ["number"] = FakeVoiceCredentials.NumberA, ["twilioAuthToken"] = "planted-canary" },
        ["customer"] = new JsonObject { ["number"] = "+14155550142" },
        ["call"] = new JsonObject
        {
            ["id"] = "01981001-7c31-7aa0-9f10-000000000001",
            ["type"] = "inboundPhoneCall",
            ["phoneNumberId"] = FakeVoiceCredentials.NumberIdA,
            ["assistantId"] = FakeVoiceCredentials.AssistantA,
            ["customer"] = new JsonObject { ["number"] = "+14155550142" },
            ["startedAt"] = "2026-11-22T10:00:00.000Z",
        },
        ["assistant"] = new JsonObject { ["id"] = FakeVoiceCredentials.AssistantA },
    };

    public static JsonObject ToolCalls(params JsonNode[] calls)
    {
        var message = Message("tool-calls");
        message["toolCallList"] = new JsonArray(calls);
        return message;
    }

    /// <summary>An entry in the shape of the SDK, arguments given as any JSON.</summary>
    public static JsonObject Call(string id, string name, JsonNode? arguments) => new()
    {
        ["id"] = id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments },
    };

    public static JsonObject Call(string id, string name = "check_availability") => Call(id, name, new JsonObject { ["date"] = "tomorrow" });

    public static string Wrap(JsonNode message) => new JsonObject { ["message"] = message.DeepClone() }.ToJsonString();
}
