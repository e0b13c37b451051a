using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Layout;
using Orchestrator.Web.Components.Shared;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Components;

public sealed class NavigationTests : PortalContext
{
    [Theory]
    [InlineData(StaffRole.Manager, "Today Holds Calls Messages Voice agent Redaction Credentials People Audit")]
    [InlineData(StaffRole.Receptionist, "Today Holds Calls Messages")]
    [InlineData(StaffRole.Auditor, "Messages Audit")]
    [InlineData(StaffRole.PlatformAdmin, "Clinics")]
    public void NavMenu_OfEveryRole_ShowsItsPagesOnly(StaffRole role, string expected)
    {
        var menu = Render<NavMenu>(p =>
        {
            p.AddCascadingValue(Viewer(role));
            if (role != StaffRole.PlatformAdmin)
                p.AddCascadingValue(Org(role));
        });

        Assert.Equal(expected, string.Join(' ', menu.FindAll("a").Select(link => link.TextContent.Trim())));
        Assert.All(menu.FindAll("nav"), nav => Assert.Equal("Main", nav.GetAttribute("aria-label")));
    }

    [Fact]
    public void Entry_OfThePage_AsksForTheSameTask()
    {
        var pages = typeof(NavMenu).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Type: type)))
            .ToDictionary(pair => pair.Template, pair => pair.Type);

        Assert.All(NavEntries.All, entry =>
        {
            var page = pages[entry.IsPlatform ? $"/platform/{entry.Path}" : $"/{{Slug}}/{entry.Path}"];
            Assert.Equal(entry.Task, page.GetCustomAttribute<AuthorizeStaffAttribute>()?.Task);
            Assert.Contains(entry.Icon, IconPaths.Names);
        });
    }

    [Fact]
    public void Page_OfAnOrganization_IsNeverWithoutItsTask()
    {
        var open = typeof(NavMenu).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any(route => route.Template.StartsWith("/{Slug}", StringComparison.Ordinal) || route.Template.StartsWith("/platform", StringComparison.Ordinal)))
            .Where(type => type.GetCustomAttribute<AuthorizeStaffAttribute>() is null);

        Assert.Empty(open);
    }

    [Fact]
    public void Palette_ByKeyboard_GoesToThePage()
    {
        var palette = Render<Palette>(p => p.AddCascadingValue(Viewer()).AddCascadingValue(Org()));
        var field = palette.Find("[role=combobox]");
        Assert.Equal("palette-hit-0", field.GetAttribute("aria-activedescendant"));

        field.Input("tw");
        palette.Find("[role=combobox]").KeyDown("Enter");

        var navigation = Services.GetRequiredService<NavigationManager>();
        Assert.EndsWith("/harborview/credentials", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Palette_WithArrows_MovesAndWrapsAround()
    {
        var palette = Render<Palette>(p => p.AddCascadingValue(Viewer()).AddCascadingValue(Org()));

        palette.Find("[role=combobox]").KeyDown("ArrowUp");

        Assert.Equal("Audit", palette.Find("[aria-selected=true]").TextContent.Trim());
        palette.Find("[role=combobox]").KeyDown("ArrowDown");
        Assert.Equal("Today", palette.Find("[aria-selected=true]").TextContent.Trim());
    }

    [Fact]
    public async Task Palette_SearchThatIsSlowToEnd_DoesNotLetAnOlderKeyWin()
    {
        using var slow = new SlowToEnd();
        Services.AddSingleton<ISearchSource>(slow);
        var palette = Render<Palette>(p => p.AddCascadingValue(Viewer()).AddCascadingValue(Org()));
        Task Type(string text) => palette.Find("[role=combobox]").InputAsync(new() { Value = text });

        var keys = new[] { Type(SlowToEnd.Text), Type("a"), Type("audit") };
        slow.MayEnd.Set();
        await Task.WhenAll(keys);

        Assert.Equal(["Audit"], palette.FindAll("[role=option]").Select(hit => hit.TextContent.Trim()));
    }

    [Fact]
    public void OrgSwitcher_OfAMember_TellsNameZoneAndTime()
    {
        var switcher = Render<OrgSwitcher>(p => p.AddCascadingValue(Viewer()).AddCascadingValue(Org()));

        Assert.Contains("Harborview Family Clinic", switcher.Find("button").TextContent, StringComparison.Ordinal);
        Assert.Equal("09:00 PST", switcher.Find("button time").TextContent);
    }

    /// <summary>As a query that has to be told to stop, and takes its time to.</summary>
    private sealed class SlowToEnd : ISearchSource, IDisposable
    {
        public const string Text = "people";

        public ManualResetEventSlim MayEnd { get; } = new();

        public async Task<IReadOnlyList<SearchHit>> FindAsync(CurrentOrg org, string text, CancellationToken ct)
        {
            if (text != Text)
                return [];
            ct.Register(MayEnd.Wait);
            await Task.Delay(Timeout.Infinite, ct);
            return [];
        }

        public void Dispose() => MayEnd.Dispose();
    }
}
