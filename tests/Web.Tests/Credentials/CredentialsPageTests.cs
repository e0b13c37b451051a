using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Pages.Credentials;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>What the manager sees at each step, on the real services.</summary>
[Collection(RotationHosts.Name)]
public sealed class CredentialsPageTests : BunitContext
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly RotationFixture _fixture;

    public CredentialsPageTests(RotationFixture fixture)
    {
        _fixture = fixture;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(fixture.Get<ActivityFeed>());
        Services.AddSingleton(fixture.Get<ClinicDirectory>());
        Services.AddSingleton(fixture.Get<StaffNames>());
        Services.AddSingleton(fixture.Get<CredentialDesk>());
        Services.AddSingleton(fixture.Get<CredentialDrafts>());
        Services.AddSingleton(fixture.Get<CredentialTests>());
        Services.AddSingleton(fixture.Get<CredentialSwitch>());
        Services.AddSingleton(fixture.Get<CredentialEnd>());
        // Last: the renderer comes out of the services, which are closed from then on.
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task Paste_Secrets_AreStoredAndNeverRendered()
    {
        var clinic = await _fixture.NewClinicAsync();
        var key = clinic.Account.AddKey();
        var page = Open(clinic);
        page.WaitForElement("#c-key", s_patience).Change(key.Sid);
        page.Find("#c-secret").Change(key.Secret);
        page.Find("#c-why").Change("Quarterly replacement");
        Assert.All(page.FindAll("input[type=password]"), input =>
        {
            Assert.Equal("off", input.GetAttribute("autocomplete"));
            Assert.False(input.HasAttribute("value"));
        });

        page.Find("form.start-form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Test version 2", page.Find("#guide-title").TextContent), s_patience);
        Assert.DoesNotContain(key.Secret, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(clinic.Account.Token, page.Markup, StringComparison.Ordinal);
        Assert.Contains(key.Secret[^4..], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paste_WithoutAReason_SaysSoAndStoresNothing()
    {
        var clinic = await _fixture.NewClinicAsync();
        var page = Open(clinic);
        page.WaitForElement("#c-token", s_patience).Change("0123456789abcdef0123456789abcdef");

        page.Find("form.start-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Say why", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), s_patience);
        Assert.Equal("active", await clinic.StatesAsync());
    }

    [Fact]
    public async Task Test_ThatFails_SaysWhyAndOffersNoActivation()
    {
        var clinic = await _fixture.NewClinicAsync();
        await clinic.PasteAsync(new NewCredential(null, $"SK{new string('0', 32)}", "not-a-secret-at-all", null, null, null));
        var page = Open(clinic);

        page.WaitForElement("button.primary", s_patience).Click();

        page.WaitForAssertion(() => Assert.Contains("Twilio rejects the credential", page.Find(".guide .form-error").TextContent, StringComparison.Ordinal), s_patience);
        Assert.Equal("Test again", page.Find(".guide button.primary").TextContent);
        Assert.Contains("texts go on with the version in use", page.Find(".guide-stop").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_OfARotation_AreFoundAgainByWhoeverOpensThePage()
    {
        var clinic = await _fixture.NewClinicAsync();
        var id = (await clinic.CreateKeyAsync()).Value;
        Assert.Equal("Test version 2", await TitleAsync(clinic));
        await clinic.TestAsync(id);
        Assert.Equal("Put version 2 into use", await TitleAsync(clinic));
        await clinic.ActivateAsync(id);
        Assert.Equal("Watch, then revoke the old one", await TitleAsync(clinic));
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        await clinic.RevokeAsync((await clinic.StoryAsync()).Retiring.Single().Id);
        Assert.Equal("Replace the credential", await TitleAsync(clinic));
        await clinic.ReplaceAsync(clinic.CreateTokenAsync);
        Assert.Equal("Make the new token the primary one", await TitleAsync(clinic));
    }

    [Fact]
    public async Task Activate_Asked_NamesWhatWillHappenAndNeedsAReason()
    {
        var clinic = await _fixture.NewClinicAsync();
        await clinic.TestAsync((await clinic.CreateKeyAsync()).Value);
        var page = Open(clinic);
        page.WaitForAssertion(() => Assert.Contains("from now on", page.Find(".guide-actions button.primary").TextContent, StringComparison.Ordinal), s_patience);

        page.Find(".guide-actions button.primary").Click();

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("dialog"), candidate => candidate.TextContent.Contains("Use version 2", StringComparison.Ordinal)), s_patience);
        var dialog = page.FindAll("dialog").Single(candidate => candidate.TextContent.Contains("Use version 2", StringComparison.Ordinal));
        Assert.Contains("Version 1 stays good until you revoke it", dialog.TextContent, StringComparison.Ordinal);
        Assert.True(dialog.QuerySelector("button[type=submit]")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task OldSecret_PastTheReminder_IsSaid()
    {
        var clinic = await _fixture.NewClinicAsync();
        await clinic.PassAsync(TimeSpan.FromDays(91));
        var page = Open(clinic);

        page.WaitForAssertion(() => Assert.Contains("91 days old", page.Find(".guide-remind").TextContent, StringComparison.Ordinal), s_patience);
    }

    [Fact]
    public async Task Watch_TextsGoOut_CountsThemLive()
    {
        var clinic = await _fixture.NewClinicAsync();
        var page = Open(clinic);
        page.WaitForElement(".version", s_patience);

        for (var i = 0; i < 3; i++)
            await clinic.TextAsync(1);

        page.WaitForAssertion(() => Assert.Contains("3 in all", page.Find(".version").TextContent, StringComparison.Ordinal), s_patience);
    }

    private async Task<string> TitleAsync(RotationClinic clinic)
    {
        var page = Open(clinic);
        page.WaitForElement("#guide-title", s_patience);
        await Task.Yield();
        return page.Find("#guide-title").TextContent;
    }

    private IRenderedComponent<CredentialsPage> Open(RotationClinic clinic) => Render<CredentialsPage>(page => page.AddCascadingValue(new CurrentOrg(
        clinic.Context, clinic.Slug, "Harborview", DateTimeZoneProviders.Tzdb["America/New_York"], CultureInfo.GetCultureInfo("en-US"), StaffRole.Manager, IsTest: false)));
}
