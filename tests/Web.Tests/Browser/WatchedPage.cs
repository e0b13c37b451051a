using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Orchestrator.Web.Tests.Browser;

/// <summary>A page whose console and requests are listened to from the beginning.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private static readonly string? s_screenshots = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");

    private readonly List<string> _complaints = [];

    public WatchedPage(IPage page, Uri address)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"script: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _complaints.Add($"foreign: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>What the console said and which foreign host was asked.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Opens a page of the portal and waits until it answers to clicks.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("html[data-circuit=open]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Serious and critical findings of axe, one line each.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")];
    }

    /// <summary>For a person to look at; nothing is written without PORTAL_SCREENSHOTS.</summary>
    public async Task KeepAsync(string name)
    {
        if (s_screenshots is not null)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(s_screenshots, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
