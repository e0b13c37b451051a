using System.Collections;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi;

/// <summary>Whose call a log line belongs to, as properties on every line written inside.</summary>
internal sealed class VapiLogScope(OrgContext context) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("OrgId", context.Org.Value),
        1 => new("CallId", context.CallId),
        2 => new("ToolCallId", context.ToolCallId),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"Org {context.Org} call {context.CallId} tool call {context.ToolCallId}";
}
