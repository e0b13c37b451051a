using System.Collections.Concurrent;
using Microsoft.Playwright;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Hosting;
using Orchestrator.Web.Tests.Browser;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

[assembly: AssemblyFixture(typeof(PortalBrowser))]

namespace Orchestrator.Web.Tests.Browser;

/// <summary>
/// One host and one headless Chromium for all browser tests, which run beside each other; each person signs in once. Nothing
/// starts before the first of them.
/// </summary>
public sealed class PortalBrowser : IAsyncDisposable
{
    /// <summary>Of Debian's package <c>chromium</c>; another one by <c>CHROMIUM_PATH</c>.</summary>
    private static readonly string s_program = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium";

    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
    ];

    private readonly ConcurrentDictionary<(Uri Host, string Email), Lazy<Task<string>>> _sessions = new();
    private readonly Lazy<Task> _started;
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrator-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PortalProcess? _portal;
    private TwilioStandIn? _twilio;

    public static bool IsThere => File.Exists(s_program);

    public Uri Address => _portal?.Address ?? throw new InvalidOperationException("The fixture is not initialized.");

    internal TwilioStandIn Twilio => _twilio ?? throw new InvalidOperationException("The fixture is not initialized.");

    public PortalBrowser() => _started = new Lazy<Task>(StartAsync);

    /// <summary>First of all in every test.</summary>
    public Task ReadyAsync()
    {
        Assert.SkipUnless(IsThere, $"There is no Chromium at {s_program}; install the package chromium or set CHROMIUM_PATH.");
        return _started.Value;
    }

    private async Task StartAsync()
    {
        // A shared machine is slow at times; what never comes fails all the same.
        Assertions.SetDefaultExpectTimeout(30_000);
        _twilio = await TwilioStandIn.StartAsync();
        var keys = Path.Combine(_folder, "keys");
        _portal = await PortalProcess.StartAsync(await DemoDatabase.Shared.CopyAsync(keys, CancellationToken.None), CancellationToken.None, keys, twilio: _twilio.Address);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = s_program, Args = s_arguments });
    }

    /// <summary>A window of its own, signed in as that person; null is a stranger.</summary>
    /// <param name="address">Another host than the one that all tests share.</param>
    public async Task<WatchedPage> OpenAsync(string? email, int width = 1280, ColorScheme shade = ColorScheme.Light, Uri? address = null)
    {
        var host = address ?? Address;
        var options = new BrowserNewContextOptions
        {
            BaseURL = host.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 640 ? 844 : 800 },
            ColorScheme = shade,
            StorageState = email is null ? null : await _sessions.GetOrAdd((host, email), who => new Lazy<Task<string>>(() => SignInAsync(who.Host, who.Email))).Value,
        };
        var context = await _browser!.NewContextAsync(options);
        return new WatchedPage(await context.NewPageAsync(), host);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null)
            await _portal.DisposeAsync();
        if (_twilio is not null)
            await _twilio.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> SignInAsync(Uri host, string email)
    {
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = host.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(DevelopmentSignIns.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return await context.StorageStateAsync();
    }
}
