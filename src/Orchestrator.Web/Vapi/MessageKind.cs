namespace Orchestrator.Web.Vapi;

/// <summary>The types of message that are answered differently. See docs.vapi.ai/server-url/events (read 22 Nov 2026).</summary>
internal enum MessageKind
{
    /// <summary>A type without a meaning for us, whether known or new: Vapi's list grows about monthly.</summary>
    Notice,
    ToolCalls,
    AssistantRequest,
    TransferDestinationRequest,
    HandoffDestinationRequest,
    KnowledgeBaseRequest,
    EndpointingRequest,
    CampaignPredial,
    StatusUpdate,
    EndOfCallReport,
    Hang,
}
