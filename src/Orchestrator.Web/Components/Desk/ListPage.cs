using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Orchestrator.Web.Components.Desk;

/// <summary>
/// Base of the lists: the filter, the page and the open row are the address. While somebody reads, rows change in place and
/// new ones wait behind a pill; nothing moves under the finger.
/// </summary>
public abstract class ListPage<TRow> : LivePage
    where TRow : class
{
    private string? _asked;

    protected IReadOnlyList<TRow>? Rows { get; private set; }

    protected string? Next { get; private set; }

    /// <summary>How many newer rows wait; the page's size at most.</summary>
    protected int NewRows { get; private set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenId { get; set; }

    protected abstract string Path { get; }

    /// <summary>The query's names that filter, in the order they are written.</summary>
    protected abstract IReadOnlyList<string> FilterNames { get; }

    /// <summary>What else of the page stands in its address.</summary>
    protected virtual IReadOnlyList<string> OtherNames => [];

    protected abstract Task<(IReadOnlyList<TRow> Rows, string? Next)> FindAsync(CancellationToken ct);

    protected abstract string KeyOf(TRow row);

    protected string? Value(string name) => QueryHelpers.ParseQuery(Navigation.ToAbsoluteUri(Navigation.Uri).Query).TryGetValue(name, out var values) ? values.ToString() : null;

    protected bool IsFiltered => FilterNames.Any(name => !string.IsNullOrEmpty(Value(name)));

    /// <summary>Whether anything but that one filters.</summary>
    protected bool IsFilteredBeside(string name) => FilterNames.Any(other => other != name && !string.IsNullOrEmpty(Value(other)));

    /// <summary>The filter alone, as a query without its question mark.</summary>
    protected string FilterQuery => string.Join('&', FilterNames.Where(name => !string.IsNullOrEmpty(Value(name))).Select(name => $"{name}={Uri.EscapeDataString(Value(name)!)}"));

    /// <summary>This list with some of its query changed; a null removes.</summary>
    protected string Href(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in (IEnumerable<string>)[.. FilterNames, .. OtherNames, "after", "open"])
            query[name] = Value(name);
        foreach (var (name, value) in changes)
            query[name] = value;
        var pairs = query.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value);
        return QueryHelpers.AddQueryString(Org.Url(Path), pairs!);
    }

    /// <summary>Another filter starts at the newest row.</summary>
    protected void Filter(string name, string? value) => Navigation.NavigateTo(Href((name, value), ("after", null), ("open", null)));

    protected void Open(string? id) => Navigation.NavigateTo(Href(("open", id)));

    protected async Task ShowNewAsync()
    {
        NewRows = 0;
        Rows = null;
        await RetryAsync();
    }

    protected override async Task LoadAsync(bool isRefresh, CancellationToken ct)
    {
        var (rows, next) = await FindAsync(ct);
        // Opening a row is no reason to move the others either.
        var asked = $"{FilterQuery} {After}";
        var isSame = asked == _asked;
        _asked = asked;
        if ((isRefresh || isSame) && Rows is { Count: > 0 } shown && string.IsNullOrEmpty(After))
        {
            var fresh = rows.ToDictionary(KeyOf, StringComparer.Ordinal);
            Rows = [.. shown.Select(row => fresh.GetValueOrDefault(KeyOf(row), row))];
            var known = shown.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
            NewRows = rows.TakeWhile(row => !known.Contains(KeyOf(row))).Count();
            return;
        }
        (Rows, Next, NewRows) = (rows, next, 0);
    }
}
