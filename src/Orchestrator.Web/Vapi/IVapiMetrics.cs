namespace Orchestrator.Web.Vapi;

/// <summary>
/// What is counted on the webhook. Labels are of closed lists: text that a caller chose (a tool's or type's name) never
/// becomes one.
/// </summary>
public interface IVapiMetrics
{
    /// <param name="type">A known type, or <c>other</c>.</param>
    /// <param name="elapsed">From the first byte of the request to the finished answer.</param>
    void MessageAnswered(string type, TimeSpan elapsed);

    /// <param name="tool">A known tool, or <c>unknown</c>.</param>
    /// <param name="code">One of <see cref="Tools.ToolCodes"/>.</param>
    /// <param name="elapsed">In the tool alone.</param>
    void ToolAnswered(string tool, string code, TimeSpan elapsed);

    /// <param name="reason">A member of <see cref="RejectionReason"/>.</param>
    void Rejected(RejectionReason reason);
}
