namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>How a verb ended.</summary>
/// <param name="IsDone">Exit code 0, else 1.</param>
/// <param name="Lines">For a person. A refusal's go to standard error.</param>
/// <param name="Json">The same for a program; null where the verb has written its result itself.</param>
internal sealed record VerbOutcome(bool IsDone, IReadOnlyList<string> Lines, object? Json)
{
    /// <summary>The verb has written its result itself.</summary>
    public static VerbOutcome Streamed { get; } = new(true, [], null);

    public static VerbOutcome Done(object json, params IReadOnlyList<string> lines) => new(true, lines, json);

    public static VerbOutcome Refused(object json, params IReadOnlyList<string> lines) => new(false, lines, json);

    public static VerbOutcome Refused(string sentence) => new(false, [sentence], new { refused = sentence });
}
