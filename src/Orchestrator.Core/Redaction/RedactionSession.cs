using System.Text;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Rendering;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction;

/// <summary>
/// One call. Transcript, messages, summary and analysis redacted through the same session show the same token for the
/// same value, spoken or printed.
/// </summary>
public sealed class RedactionSession
{
    [ThreadStatic]
    private static RedactionEngine? s_free;

    private readonly CallMemory _memory = new();

    internal RedactionSession(RedactionPolicy policy, IReadOnlyList<KnownValue> known)
    {
        Policy = policy;
        foreach (var term in policy.DenyTerms) _memory.Deny(term);
        foreach (var value in known) Learn(value);
    }

    public RedactionPolicy Policy { get; }

    /// <summary>Adds a value that turned up during the call, for example a code that was texted.</summary>
    public void Learn(KnownValue value) => _memory.Know(value, Policy);

    public RedactionResult Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Run(engine => engine.Redact(text, [], Policy, _memory));
    }

    public RedactionResult Redact(IReadOnlyList<SpeakerTurn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var text = new StringBuilder();
        var marks = new Turn[turns.Count];
        for (var i = 0; i < turns.Count; i++)
        {
            if (i > 0) text.Append('\n');
            marks[i] = new Turn(turns[i].Role, 0, text.Length);
            text.Append(turns[i].Text);
        }

        return turns.Count == 0
            ? new RedactionResult([], [], Policy.Name, Policy.Version, Withheld: false)
            : Run(engine => engine.Redact(text.ToString(), marks, Policy, _memory));
    }

    /// <summary>An engine is borrowed for one text; after a fault it is thrown away, for its buffers may be inconsistent.</summary>
    private static RedactionResult Run(Func<RedactionEngine, RedactionResult> work)
    {
        var engine = s_free ?? new RedactionEngine();
        s_free = null;
        var result = work(engine);
        s_free = engine;
        return result;
    }
}
