namespace Orchestrator.Core.Redaction.Policies;

/// <summary>Why rules make no policy.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">The type, action, preset or term that is; for people, not for the audit log.</param>
public sealed record PolicyFault(PolicyRefusal Kind, string? Subject = null)
{
    /// <summary>For the place where it was written, such as a path in the organization file.</summary>
    public string Sentence => Kind switch
    {
        PolicyRefusal.NeverKept => "must hide: card numbers, security codes and one-time codes are erased under every policy, and codes are not shown in part either.",
        PolicyRefusal.UnknownPreset => $"must be one of {string.Join(", ", RedactionPresets.All.Select(preset => preset.Name))}.",
        PolicyRefusal.UnknownType => "is no type of personal data that the engine knows.",
        PolicyRefusal.UnknownAction => "must be token, label, mask, generalise or keep.",
        PolicyRefusal.BadTerm => $"must be {PolicyRules.ShortestTerm} to {PolicyRules.LongestTerm} characters without line breaks.",
        PolicyRefusal.TooManyTerms => $"must not be more than {PolicyRules.MostTerms} terms.",
        PolicyRefusal.Contradiction => "is to stay and to be hidden; it can only be one.",
    };
}
