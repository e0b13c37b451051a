using System.Collections.Concurrent;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi;
using Orchestrator.Web.Vapi.Tools;

namespace Orchestrator.Web.Tests.Vapi;

/// <summary>Remembers what it was asked and answers as the test says.</summary>
internal sealed class FakeTool(string name) : IVoiceTool
{
    public string Name { get; } = name;

    public ConcurrentQueue<(OrgContext Context, ToolArguments Arguments, CallFacts Call)> Runs { get; } = new();

    public Func<CancellationToken, ValueTask<ToolAnswer>> Answer { get; set; } =
        _ => new(ToolAnswerWriter.Good(ToolCodes.Available, "Tuesday at ten.").Done());

    public ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct)
    {
        Runs.Enqueue((context, arguments, call));
        return Answer(ct);
    }
}
