namespace Orchestrator.Core.Desk;

/// <summary>One text as its panel shows it.</summary>
/// <param name="Explanation">What happened and what to change; none where all is well.</param>
/// <param name="MayResend">Its hold still waits for a code.</param>
/// <param name="Story">What we did and what the provider said, oldest first.</param>
public sealed record TextDetail(TextRow Row, string? Explanation, bool MayResend, IReadOnlyList<TextMoment> Story);
