using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>Lets a tool answer each tool call once and repeat itself word for word: <see cref="ToolCallLog"/>.</summary>
internal sealed class ToolMemory(ToolCallLog log)
{
    /// <summary>For tools that change something: a second delivery waits for the first and gets its answer.</summary>
    public async Task<ToolAnswer> AnswerOnceAsync(OrgContext context, string tool, Func<CancellationToken, Task<ToolAnswer>> work, CancellationToken ct) =>
        Restore(await log.RunOnceAsync(context, tool, async token => Store(await work(token)), ct));

    /// <summary>For answers without an effect: whichever delivery is first is the one that counts.</summary>
    public async Task<ToolAnswer> RememberAsync(OrgContext context, string tool, ToolAnswer answer, CancellationToken ct) =>
        Restore(await log.RememberAsync(context, tool, Store(answer), ct));

    public static ToolAnswer Restore(StoredAnswer answer) => new(answer.Json, answer.Code);

    private static StoredAnswer Store(ToolAnswer answer) => new(answer.Code, answer.Json);
}
