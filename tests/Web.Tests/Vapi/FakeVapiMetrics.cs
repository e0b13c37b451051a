using System.Collections.Concurrent;
using Orchestrator.Web.Vapi;

namespace Orchestrator.Web.Tests.Vapi;

internal sealed class FakeVapiMetrics : IVapiMetrics
{
    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<(string Tool, string Code)> Tools { get; } = new();

    public ConcurrentQueue<RejectionReason> Rejections { get; } = new();

    public void MessageAnswered(string type, TimeSpan elapsed) => Messages.Enqueue(type);

    public void ToolAnswered(string tool, string code, TimeSpan elapsed) => Tools.Enqueue((tool, code));

    public void Rejected(RejectionReason reason) => Rejections.Enqueue(reason);
}
