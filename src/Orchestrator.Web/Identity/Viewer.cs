using System.Collections.Immutable;

namespace Orchestrator.Web.Identity;

/// <summary>Who looks at the page, and where they may go.</summary>
public sealed record Viewer(Guid UserId, string DisplayName, string Email, bool IsPlatformAdmin, ImmutableArray<OrgChoice> Orgs)
{
    public string Initials
    {
        get
        {
            var words = DisplayName.Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
            return words switch
            {
                [] => "?",
                [var one] => one[..1].ToUpperInvariant(),
                [var first, .., var last] => string.Concat(first[..1], last[..1]).ToUpperInvariant(),
            };
        }
    }
}
