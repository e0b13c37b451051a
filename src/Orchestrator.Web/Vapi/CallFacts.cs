using Orchestrator.Core.Calls;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// What the message itself says about the call, as opposed to what the model put into arguments. Copied text: it outlives
/// the request's buffer.
/// </summary>
/// <param name="CallId">Id of the call, or of the session or chat; null where the message has none that can be stored.</param>
/// <param name="CallerNumber">The person's number as the platform wrote it: E.164, a SIP address, "anonymous" or null.</param>
/// <param name="CalledNumberId">The platform's id of the clinic's number.</param>
/// <param name="Channel">Speech or text.</param>
/// <param name="Direction">Who rang whom.</param>
public sealed record CallFacts(string? CallId, string? CallerNumber, string? CalledNumberId, CallChannel Channel, CallDirection Direction)
{
    public override string ToString() => $"{Channel} {CallId}";
}
