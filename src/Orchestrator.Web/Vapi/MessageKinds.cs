using System.Runtime.InteropServices;
using System.Text.Json;

namespace Orchestrator.Web.Vapi;

internal static class MessageKinds
{
    private const int LongestType = 200;

    /// <summary>False where <paramref name="type"/> is no type at all.</summary>
    public static bool TryRead(JsonElement type, out MessageKind kind)
    {
        kind = default;
        if (type.ValueKind is not JsonValueKind.String)
            return false;
        if (type.ValueEquals("tool-calls"u8))
        {
            kind = MessageKind.ToolCalls;
            return true;
        }

        if (JsonText.Read(type, LongestType) is not { } text)
            return JsonMarshal.GetRawUtf8Value(type).Length > LongestType;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        kind = Named(text);
        return true;
    }

    /// <summary>The label in metrics; a closed list.</summary>
    public static string Label(this MessageKind kind) => kind switch
    {
        MessageKind.Notice => "other",
        MessageKind.ToolCalls => "tool-calls",
        MessageKind.AssistantRequest => "assistant-request",
        MessageKind.TransferDestinationRequest => "transfer-destination-request",
        MessageKind.HandoffDestinationRequest => "handoff-destination-request",
        MessageKind.KnowledgeBaseRequest => "knowledge-base-request",
        MessageKind.EndpointingRequest => "call.endpointing.request",
        MessageKind.CampaignPredial => "campaign.predial",
        MessageKind.StatusUpdate => "status-update",
        MessageKind.EndOfCallReport => "end-of-call-report",
        MessageKind.Hang => "hang",
    };

    private static MessageKind Named(string type)
    {
        // A subscription with a filter comes back with it: transcript[transcriptType="final"].
        var filter = type.IndexOf('[', StringComparison.Ordinal);
        return (filter < 0 ? type : type[..filter]) switch
        {
            "tool-calls" => MessageKind.ToolCalls,
            "assistant-request" => MessageKind.AssistantRequest,
            "transfer-destination-request" => MessageKind.TransferDestinationRequest,
            "handoff-destination-request" => MessageKind.HandoffDestinationRequest,
            "knowledge-base-request" => MessageKind.KnowledgeBaseRequest,
            "call.endpointing.request" => MessageKind.EndpointingRequest,
            "campaign.predial" => MessageKind.CampaignPredial,
            "status-update" => MessageKind.StatusUpdate,
            "end-of-call-report" => MessageKind.EndOfCallReport,
            "hang" => MessageKind.Hang,
            _ => MessageKind.Notice,
        };
    }
}
