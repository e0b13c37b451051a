using Microsoft.Playwright;
using Npgsql;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Hosting;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Browser;

/// <summary>
/// A manager's host dies at every step of a rotation, most often while Twilio is being asked; callers ring another instance
/// meanwhile. After each restart the page itself says what comes next.
/// </summary>
public sealed class RotationKilledTests(PortalBrowser browser, ITestOutputHelper output)
{
    private const string Why = "a test";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeyThenToken_HostKilledAtEveryStep_GoesOnAndTextsNeverStop()
    {
        await browser.ReadyAsync();
        await using var twilio = await TwilioStandIn.StartAsync();
        var account = twilio.AddAccount();
        var keys = Directory.CreateTempSubdirectory("orchestrator-killed-").FullName;
        var database = await DemoDatabase.Shared.CopyAsync(keys, Ct);
        await using var callers = await PortalProcess.StartAsync(database, Ct, keys, twilio: twilio.Address);
        await using var host = new MortalPortal(address => PortalProcess.StartAsync(database, Ct, keys, twilio: twilio.Address, at: address));
        await host.StartAsync();
        await using var page = await browser.OpenAsync(DevelopmentSignIns.EmailOf(StaffRole.Manager, "harborview"), address: host.Address);
        var rotations = new Queue<string>(["Let us create an API key", "Replace the auth token"]);
        var dreaded = new HashSet<string>();
        var (rotation, died) = ("Paste", new List<string>());

        await page.GoAsync("/harborview/credentials");
        while (await TitleAsync(page) is var title)
        {
            if (title == "Replace the credential" && !rotations.TryDequeue(out rotation!))
                break;
            await PassAsync(database.Owner);
            await page.GoAsync("/harborview/credentials");
            if (!dreaded.Add($"{rotation}: {title}"))
            {
                await StepAsync(page, title, rotation, account);
                await Assertions.Expect(page.Page.Locator("#guide-title")).Not.ToHaveTextAsync(title);
                continue;
            }

            account.Lose = asked =>
            {
                host.Kill();
                return asked.StartsWith("GET", StringComparison.Ordinal) ? StandInLoss.Request : StandInLoss.Answer;
            };
            await StepAsync(page, title, rotation, account);
            if (!IsAskedAtTwilio(title))
                host.Kill();
            await host.DeathAsync(Ct);
            account.Lose = null;
            died.Add($"{rotation}: {title}");
            var before = twilio.Messages.Count;
            using var caller = await VoiceCaller.RingAsync(callers.Address);
            await caller.HoldAsync("Pat Example");
            var texted = await caller.TextAsync();
            Assert.True(texted.GetProperty("code").GetString() == "otp_sent", $"After {died[^1]}: {texted}");
            if (rotation != "Paste")
                Assert.Equal(before + 1, twilio.Messages.Count);
            // Away, since the page would load itself anew as soon as it finds the host again.
            await page.Page.GotoAsync("about:blank");
            await host.StartAsync();
            await page.GoAsync("/harborview/credentials");
        }

        output.WriteLine($"Killed {died.Count} times: {string.Join("; ", died)}");
        Assert.Equal(14, died.Count);
        Assert.Null(account.Secondary);
        await Assertions.Expect(page.Page.Locator(".version.is-retiring")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".version.is-active")).ToHaveCountAsync(1);
        Directory.Delete(keys, recursive: true);
    }

    private static async Task<string> TitleAsync(WatchedPage page) => await page.Page.Locator("#guide-title").InnerTextAsync();

    /// <summary>So the host dies when the request arrives; anywhere else right after the click.</summary>
    private static bool IsAskedAtTwilio(string title) =>
        title is "Replace the credential" or "Finish making the secret" or "Make the new token the primary one";

    private static async Task StepAsync(WatchedPage watched, string title, string rotation, StandInAccount account)
    {
        var page = watched.Page;
        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^" + name) });
        switch (title)
        {
            case "Set up texts":
                await page.GetByLabel("Account SID").FillAsync(account.Sid);
                await page.GetByLabel("Auth token", new() { Exact = true }).FillAsync(account.Token);
                await page.GetByLabel("Sender's number").FillAsync(StandInAccount.DefaultNumber);
                await page.GetByLabel("Why", new() { Exact = true }).FillAsync(Why);
                await Button("Store it, then test").ClickAsync();
                break;
            case "Replace the credential":
                await page.GetByText(rotation).ClickAsync();
                await page.GetByLabel("Why", new() { Exact = true }).FillAsync(Why);
                await Button("Create the (key|second token)").ClickAsync();
                break;
            case "Finish making the secret":
                await Button("Go on").ClickAsync();
                break;
            case "Make the new token the primary one":
                await Button("Make it the primary token").ClickAsync();
                await page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Make it the primary token" }).ClickAsync();
                break;
            case "Watch, then revoke the old one":
                await Button("Revoke version").First.ClickAsync();
                await ConfirmAsync(page, "Revoke");
                break;
            case var test when test.StartsWith("Test version", StringComparison.Ordinal):
                await Button("Test (it|again)").ClickAsync();
                break;
            default:
                await Button("Use version").ClickAsync();
                await ConfirmAsync(page, "Use it");
                break;
        }
    }

    private static async Task ConfirmAsync(IPage page, string button)
    {
        var dialog = page.Locator("dialog[open]");
        await dialog.Locator("textarea").FillAsync(Why);
        await dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>As if an hour more had passed for every version.</summary>
    private static async Task PassAsync(string owner)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var pass = source.CreateCommand($"""
            select set_config('app.org_id', id::text, false) from organization where slug = 'harborview';
            update credential_version set activated_at = activated_at - interval '{CredentialEnd.Drain.TotalSeconds} s', retired_at = retired_at - interval '{CredentialEnd.Drain.TotalSeconds} s',
              promoted_at = promoted_at - interval '{CredentialEnd.Drain.TotalSeconds} s', asked_at = asked_at - interval '{CredentialEnd.Drain.TotalSeconds} s'
            """);
        await pass.ExecuteNonQueryAsync(Ct);
    }
}
