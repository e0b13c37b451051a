using Microsoft.Playwright;
using Orchestrator.Web.Components.Layout;
using Orchestrator.Web.Identity;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

public sealed class FrameBrowserTests(PortalBrowser browser)
{
    public static TheoryData<StaffRole, string> Pages()
    {
        var pages = new TheoryData<StaffRole, string>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            foreach (var entry in NavEntries.All.Where(entry => role.May(entry.Task)))
                pages.Add(role, entry.Path);
        }
        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfEveryRole_IsQuietAndWithoutBarriers(StaffRole role, string path)
    {
        await browser.ReadyAsync();
        var email = role == StaffRole.PlatformAdmin ? DevelopmentSignIns.PlatformAdmin : DevelopmentSignIns.EmailOf(role, "harborview");
        var entry = NavEntries.All.Single(entry => entry.Path == path);
        await using var page = await browser.OpenAsync(email);

        await page.GoAsync(entry.Href("harborview"));
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(entry.Title);
        await Assertions.Expect(page.Page.Locator(".skeleton")).ToHaveCountAsync(0);

        await page.LookAsync($"{role}-{path}");
        AssertNone(page.Complaints);
    }

    [Fact]
    public async Task SignIn_OfAStranger_IsQuietAndWithoutBarriers()
    {
        await browser.ReadyAsync();
        await using var page = await browser.OpenAsync(null);

        await page.Page.GotoAsync("/account/sign-in");

        await page.LookAsync("sign-in");
        AssertNone(page.Complaints);
    }

    private static void AssertNone(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
}
