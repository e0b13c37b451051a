using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Core.Tenancy;

/// <summary>The organization file's <c>redaction</c>.</summary>
/// <param name="Rules">What it says.</param>
/// <param name="GivesAllowTerms">Whether it lists terms that stay. Absent is unchanged: terms are learnt from calls, and a file from before must not lose them.</param>
/// <param name="GivesDenyTerms">The same for terms that are always hidden.</param>
public sealed record OrgFileRedaction(PolicyRules Rules, bool GivesAllowTerms = false, bool GivesDenyTerms = false)
{
    public static readonly OrgFileRedaction Default = new(PolicyRules.Default);

    /// <summary>With the terms in force where the file gives none.</summary>
    public OrgFileRedaction Over(OrgFileRedaction stored) => this with
    {
        Rules = Rules with
        {
            AllowTerms = GivesAllowTerms ? Rules.AllowTerms : stored.Rules.AllowTerms,
            DenyTerms = GivesDenyTerms ? Rules.DenyTerms : stored.Rules.DenyTerms,
        },
    };
}
