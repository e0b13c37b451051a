using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Pages.Redaction;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Components;

/// <summary>The page on the real services and a real database.</summary>
public sealed class RedactionPageTests : BunitContext, IClassFixture<PortalFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly PortalFixture _portal;

    public RedactionPageTests(PortalFixture portal)
    {
        _portal = portal;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(portal.Get<ActivityFeed>());
        Services.AddSingleton(portal.Get<ClinicDirectory>());
        Services.AddSingleton(portal.Get<StaffNames>());
        Services.AddSingleton(portal.Get<RedactionPolicies>());
        Services.AddSingleton(portal.Get<RedactionPreview>());
        Services.AddSingleton(portal.Get<TranscriptReruns>());
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task Page_Opened_ShowsWhatIsHiddenAndWhy()
    {
        var page = await OpenAsync();

        Assert.StartsWith("Hi, it's [PERSON_1], [PERSON_", Result(page, 1), StringComparison.Ordinal);
        var name = page.Find(".pane:not(.is-result) .found");
        Assert.StartsWith("Rebecca Hollis. Name of a person, becomes [PERSON_1]: ", name.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(("0", "button"), (name.GetAttribute("tabindex"), name.GetAttribute("role")));
        Assert.Matches("^[0-9]+ values hidden in [0-9]+ characters, in [0-9.]+ ms$", page.Find(".preview-head [role=status]").TextContent);
    }

    [Fact]
    public async Task Switch_TurnedOff_LeavesTheValueReadableAtOnceAndOffersToSave()
    {
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.Find("[aria-label='Hide: Phone number']").Click());

        page.WaitForAssertion(() => Assert.Contains("Oh seven seven double oh", Result(page, 3), StringComparison.Ordinal), s_patience);
        Assert.Equal("false", page.Find("[aria-label='Hide: Phone number']").GetAttribute("aria-checked"));
        Assert.Contains("Phone number: numbered token → stays readable", page.Find("#save").TextContent, StringComparison.Ordinal);
        Assert.Contains("is-kept", page.FindAll(".found").Select(found => found.ClassName).First(name => name!.Contains("is-green", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_HaveNoSwitchAndSayWhy()
    {
        var page = await OpenAsync();

        Assert.Empty(page.FindAll("[aria-label='Hide: One-time code']"));
        Assert.Contains("Always hidden", page.Find(".types").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Stays readable", page.Find("[aria-label='One-time code: how it is written']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_ToKeepAName_StaysReadableAndCanBeTakenBack()
    {
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.Find(".pane:not(.is-result) .found").Click());
        page.WaitForAssertion(() => Assert.Equal("Rebecca Hollis", page.Find("#term").GetAttribute("value")), s_patience);
        await page.InvokeAsync(() => page.FindAll(".terms-form button")[1].Click());

        page.WaitForAssertion(() => Assert.Contains("stays", page.Find(".terms-said").TextContent, StringComparison.Ordinal), s_patience);
        Assert.Contains("Stays readable: “Rebecca Hollis”", page.Find("#save").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("[aria-label='Remove Rebecca Hollis']").Click());
        page.WaitForAssertion(() => Assert.Empty(page.Find("#save").TextContent.Trim()), s_patience);
    }

    [Fact]
    public async Task Proposal_OneLetter_IsRefusedInWords()
    {
        var page = await OpenAsync();

        await ProposeAsync(page, "x");

        page.WaitForAssertion(() => Assert.Contains("A term has 2 to 80 characters", page.Find(".terms-said").TextContent, StringComparison.Ordinal), s_patience);
    }

    [Fact]
    public async Task Compare_WithAnotherPreset_SaysWhatDiffers()
    {
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.FindAll("select").First(select => select.TextContent.Contains("the original text", StringComparison.Ordinal)).Change("pci"));

        page.WaitForAssertion(() => Assert.Contains("hidden only under version 1", page.Find(".comparison").TextContent, StringComparison.Ordinal), s_patience);
        Assert.NotEmpty(page.FindAll(".found.is-only"));
        Assert.Contains("Name of a person: stays readable → numbered token", page.Find(".comparison").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WithAReason_IsANewVersionInTheHistory()
    {
        var page = await OpenAsync("marlow");
        await ProposeAsync(page, "Bluebird");
        page.WaitForElement("#policy-reason", s_patience);
        await page.InvokeAsync(() => page.Find("#policy-reason").Input("Asked for by the partner."));

        await page.InvokeAsync(() => page.Find(".policy-save .primary").Click());

        page.WaitForAssertion(() => Assert.Contains("is in force from now on", page.Find(".policy-saved").TextContent, StringComparison.Ordinal), s_patience);
        var row = page.Find(".table tbody tr").TextContent;
        Assert.Contains("Always hidden: “Bluebird”", row, StringComparison.Ordinal);
        Assert.Contains("Asked for by the partner.", row, StringComparison.Ordinal);
        Assert.Contains("You", row, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".policy-save"));
    }

    [Fact]
    public void Build_LinesAndMarks_LoseNothingOfTheText()
    {
        const string Text = "AI: Hello\r\n\nUser: my name is Rebecca Hollis, 😀 zip 94110\nnobody: x";
        var result = new Core.Redaction.TranscriptRedactor().Redact(new Core.Redaction.RedactionRequest(Text));
        var marks = result.Spans.Select(span => new PreviewMark(span, PreviewFate.Hidden)).ToList();

        var lines = PreviewLine.Build(Text, marks, marks);

        Assert.Equal(["AI", "", "User", ""], lines.Select(line => line.Speaker));
        Assert.Equal(["Hello", "", "my name is Rebecca Hollis, 😀 zip 94110", "nobody: x"], lines.Select(line => string.Concat(line.Before.Select(piece => piece.Text))));
        Assert.Equal("my name is [PERSON_1], 😀 zip [POSTAL_CODE_1]", string.Concat(lines[2].After.Select(piece => piece.Text)));
    }

    [Fact]
    public void Looks_EveryType_HasAWordAndAFamily() => Assert.All(Core.Redaction.EntityTypes.All, type =>
        Assert.True(TypeLook.Of(type) is { Word.Length: > 2 } look && TypeLook.Families.Contains(look.Family)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Propose_ACodeThatIsAlwaysHidden_IsNoTermOfThePolicy(int button)
    {
        var page = await OpenAsync();

        await page.InvokeAsync(() => page.Find("#term").Input("four eight two, nine one three"));
        page.WaitForState(() => !page.FindAll(".terms-form button")[button].HasAttribute("disabled"), s_patience);
        await page.InvokeAsync(() => page.FindAll(".terms-form button")[button].Click());

        page.WaitForAssertion(() => Assert.Contains("hidden under every policy", page.Find(".terms-said").TextContent, StringComparison.Ordinal), s_patience);
        Assert.Empty(page.FindAll(".term-list li"));
        Assert.DoesNotContain("nine one three", page.Find("#save").TextContent, StringComparison.Ordinal);
    }

    private static async Task ProposeAsync(IRenderedComponent<RedactionPage> page, string term)
    {
        await page.InvokeAsync(() => page.Find("#term").Input(term));
        page.WaitForState(() => !page.FindAll(".terms-form button")[0].HasAttribute("disabled"), s_patience);
        await page.InvokeAsync(() => page.FindAll(".terms-form button")[0].Click());
    }

    private static string Result(IRenderedComponent<RedactionPage> page, int line)
    {
        var pane = page.FindAll(".pane.is-result")[line];
        return pane.TextContent[(pane.QuerySelector(".pane-speaker")?.TextContent.Length ?? 0)..].Trim();
    }

    private async Task<IRenderedComponent<RedactionPage>> OpenAsync(string slug = "harborview")
    {
        var org = new CurrentOrg(
            new OrgContext(slug == "marlow" ? _portal.Marlow : _portal.Harborview, Actor.Staff(await _portal.UserAsync(DevelopmentSignIns.EmailOf(StaffRole.Manager, slug)))),
            slug, "Clinic", DateTimeZoneProviders.Tzdb["America/Los_Angeles"], CultureInfo.GetCultureInfo("en-US"), StaffRole.Manager, IsTest: false);
        var page = Render<RedactionPage>(parameters => parameters.AddCascadingValue(org));
        page.WaitForElement(".panes", s_patience);
        return page;
    }
}
