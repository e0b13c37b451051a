using Microsoft.Playwright;
using Orchestrator.Web.Components.Layout;
using Orchestrator.Web.Identity;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class FrameBrowserTests(PortalBrowser browser)
{
    public static TheoryData<StaffRole, int, ColorScheme> Views()
    {
        var views = new TheoryData<StaffRole, int, ColorScheme>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            foreach (var width in (int[])[1280, 390])
            {
                views.Add(role, width, ColorScheme.Light);
                views.Add(role, width, ColorScheme.Dark);
            }
        }
        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_OfEveryRole_IsQuietAndWithoutBarriers(StaffRole role, int width, ColorScheme shade)
    {
        PortalBrowser.SkipWithoutChromium();
        var email = role == StaffRole.PlatformAdmin ? DevelopmentSignIns.PlatformAdmin : DevelopmentSignIns.EmailOf(role, "harborview");
        var entries = NavEntries.All.Where(entry => role.May(entry.Task));

        await using var page = await browser.OpenAsync(email, width, shade);

        foreach (var entry in entries)
        {
            await page.GoAsync(entry.Href("harborview"));
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(entry.Title);
            AssertNone(await page.BarriersAsync());
            await page.KeepAsync($"{role}-{entry.Path}-{width}-{shade}".ToLowerInvariant());
            // Nothing may need scrolling sideways.
            Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{entry.Path} is wider than {width}.");
        }
        AssertNone(page.Complaints);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task SignIn_OfAStranger_IsQuietAndWithoutBarriers(int width, ColorScheme shade)
    {
        PortalBrowser.SkipWithoutChromium();
        await using var page = await browser.OpenAsync(null, width, shade);

        await page.Page.GotoAsync("/account/sign-in");

        AssertNone(await page.BarriersAsync());
        await page.KeepAsync($"sign-in-{width}-{shade}".ToLowerInvariant());
        AssertNone(page.Complaints);
    }

    private static void AssertNone(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
}
