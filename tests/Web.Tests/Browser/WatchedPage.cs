using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

/// <summary>A page whose console and requests are listened to from the beginning.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private static readonly string? s_screenshots = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");

    private static readonly (int Width, ColorScheme Shade)[] s_views = [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light)];

    // Only what is looked for; the other findings would cost as much to gather.
    private static readonly AxeRunOptions s_axe = new() { ResultTypes = [ResultType.Violations] };

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
        var result = await Page.RunAxe(s_axe);
        return [.. result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}")];
    }

    /// <summary>
    /// Looks at the page as it stands at 1280 and at 390 pixels, light and dark: nothing that axe calls serious or critical,
    /// nothing that needs scrolling sideways.
    /// </summary>
    public async Task LookAsync(string name)
    {
        var found = new List<string>();
        var height = Page.ViewportSize?.Height ?? 800;
        foreach (var (width, shade) in s_views)
        {
            await Page.SetViewportSizeAsync(width, width < 640 ? 844 : 800);
            await Page.EmulateMediaAsync(new() { ColorScheme = shade });
            await Page.Locator($"html[data-shade={shade.ToString().ToLowerInvariant()}]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            // Halfway through sliding in or changing its colour, nothing has its colours yet.
            await Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished.catch(() => {})))");
            found.AddRange((await BarriersAsync()).Select(barrier => $"{name} {width} {shade}: {barrier}"));
            if (!await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"))
                found.Add($"{name} is wider than {width}.");
            await KeepAsync($"{name}-{width}-{shade}".ToLowerInvariant());
        }
        await Page.SetViewportSizeAsync(1280, height);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    /// <summary>For a person to look at; nothing is written without PORTAL_SCREENSHOTS.</summary>
    public async Task KeepAsync(string name)
    {
        if (s_screenshots is not null)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(s_screenshots, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
