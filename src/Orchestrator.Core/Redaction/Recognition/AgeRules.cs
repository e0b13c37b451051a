using System.Globalization;
using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Ages of ninety and more, which 45 CFR 164.514(b)(2)(i)(C) counts among the identifiers.</summary>
internal sealed class AgeRules(Scratch scratch)
{
    private const int Youngest = 90;
    private const int Oldest = 125;

    public void Judge()
    {
        foreach (ref readonly var item in scratch.Items.Span)
        {
            if (item.DigitCount is < 2 or > 3) continue;
            var value = int.Parse(scratch.Digits.Span.Slice(item.DigitStart, item.DigitCount), NumberStyles.None, CultureInfo.InvariantCulture);
            if (value is >= Youngest and <= Oldest && (IsYearsOld(item.Last + 1) || IsAged(item.First - 1) || IsSaidOfPerson(item)))
                scratch.Hide(item.First, item.Last, EntityType.Age, RedactionLayer.Cue, Reasons.Of(EntityType.Age, RedactionLayer.Cue), 0.9);
        }
    }

    private bool IsYearsOld(int token)
    {
        if (scratch.IsMark(token, '-')) token++;
        if (scratch.StartsLine(token) || !scratch.IsWord(token)) return false;
        return scratch.Document.TextOf(token).StartsWith("y", StringComparison.OrdinalIgnoreCase) && scratch.Is(token, WordRole.UnitAfter)
            || scratch.Document.TextOf(token) is "anos" or "años";
    }

    /// <summary>"She is ninety three", and nothing counted after it.</summary>
    private bool IsSaidOfPerson(in NumberItem item)
    {
        if (item.DigitCount > 2 || scratch.StartsLine(item.First)) return false;
        var after = item.Last + 1;
        var ends = scratch.StartsLine(after) || (scratch.Tokens[after].Kind == TokenKind.Mark && !scratch.IsMark(after, '%') && !scratch.IsMark(after, '-') && !scratch.IsMark(after, '/')) || scratch.Is(after, WordRole.And);
        if (!ends || scratch.IsNumber(after + 1)) return false;
        var verb = item.First - 1;
        return scratch.Document.TextOf(verb) switch
        {
            "hes" or "shes" or "he's" or "she's" or "he’s" or "she’s" or "He's" or "She's" => true,
            "is" or "was" => verb > 0 && (scratch.Document.TextOf(verb - 1) is "he" or "she" or "He" or "She" || scratch.Is(verb - 1, WordRole.Relation)),
            _ => false,
        };
    }

    private bool IsAged(int token) => token >= 0 && scratch.Is(token, WordRole.Age);
}
