namespace Orchestrator.Core.Desk;

/// <summary>One hold as its panel shows it.</summary>
/// <param name="Phone">The whole number, for calling back.</param>
/// <param name="Notes">What staff wrote when they vouched for the caller.</param>
public sealed record HoldDetail(HoldRow Row, string? Phone, IReadOnlyList<string> Notes, IReadOnlyList<StoryEntry> Story)
{
    public override string ToString() => $"HoldDetail {Row.Id}";
}
