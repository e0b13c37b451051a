using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Layout;

/// <summary>
/// Something the palette finds beside pages: calls, contacts, holds. Register one as a singleton; it asks its Core service,
/// which asks the guard, and gives nothing where the role has no business.
/// </summary>
public interface ISearchSource
{
    /// <param name="org">Whose things.</param>
    /// <param name="text">What was typed: trimmed, two characters or more.</param>
    /// <param name="ct">Cancelled by the next key.</param>
    /// <returns>The best few, the best first.</returns>
    Task<IReadOnlyList<SearchHit>> FindAsync(CurrentOrg org, string text, CancellationToken ct);
}
