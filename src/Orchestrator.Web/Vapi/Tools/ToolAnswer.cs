using System.Buffers;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>
/// What a tool answers, already rendered: one line of JSON that goes out as it is, so that a stored answer is repeated
/// byte for byte.
/// </summary>
public sealed record ToolAnswer
{
    // Vapi cannot read a result that spans lines (docs.vapi.ai/tools/custom-tools-troubleshooting, read 22 Nov 2026).
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\u2028\u2029");

    /// <param name="json">The line. <see cref="ToolAnswerWriter"/> makes it.</param>
    /// <param name="code">The code in it, for the metrics.</param>
    /// <param name="kind">Under which key it is sent.</param>
    /// <exception cref="ArgumentException">The text is empty or spans lines.</exception>
    public ToolAnswer(string json, string code, ToolAnswerKind kind = ToolAnswerKind.Result)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        if (json.AsSpan().ContainsAny(LineBreaks))
            throw new ArgumentException("A tool answer is a single line.", nameof(json));
        (Json, Code, Kind) = (json, code, kind);
    }

    public string Json { get; }

    public string Code { get; }

    public ToolAnswerKind Kind { get; }
}
