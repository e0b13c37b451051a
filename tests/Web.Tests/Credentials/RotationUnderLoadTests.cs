using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>A busy Monday: fifty texts a second through two instances while a manager replaces key and token.</summary>
[Collection(RotationHosts.Name)]
public sealed class RotationUnderLoadTests(RotationFixture fixture, ITestOutputHelper output)
{
    private const int PerSecond = 50;

    /// <summary>How long texts go on before, between and after the steps; <c>ORCHESTRATOR_BENCH_SECONDS</c> makes it longer.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("ORCHESTRATOR_BENCH_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0.3);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeyAndTokenReplaced_FiftyTextsASecondThroughTwoInstances_NoneFailsAndNoneIsSentTwice()
    {
        var clinic = await fixture.NewClinicAsync();
        var results = new ConcurrentQueue<SmsSendResult>();
        using var stop = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var sending = Task.Run(() => SendAsync(clinic, results, stop.Token), Ct);

        await Task.Delay(s_breath, Ct);
        await clinic.ReplaceAsync(clinic.CreateKeyAsync);
        await Task.Delay(s_breath, Ct);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        Assert.True((await clinic.RevokeAsync((await clinic.StoryAsync()).Retiring.Single().Id)).IsSuccess);
        await Task.Delay(s_breath, Ct);
        // Without a key, so that the token itself signs in and its promotion meets texts on their way.
        await clinic.ReplaceAsync(() => clinic.PasteAsync(new NewCredential(null, null, null, clinic.Account.Token, null, null)));
        var token = await clinic.ReplaceAsync(clinic.CreateTokenAsync);
        await clinic.PassAsync(CredentialSwitch.PromoteAfter.ToTimeSpan());
        Assert.True((await clinic.PromoteAsync(token)).IsSuccess);
        await Task.Delay(s_breath, Ct);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        foreach (var retiring in (await clinic.StoryAsync()).Retiring)
            Assert.True((await clinic.RevokeAsync(retiring.Id)).IsSuccess);
        await Task.Delay(s_breath, Ct);
        await stop.CancelAsync();
        await sending;
        var elapsed = Stopwatch.GetElapsedTime(began);
        foreach (var instance in (int[])[0, 1])
            await fixture.Get<CredentialUseCounter>(instance).FlushAsync(Ct);

        var failed = results.Count(result => result is not SmsSendResult.Accepted);
        var story = await clinic.StoryAsync();
        output.WriteLine($"{results.Count} texts in {elapsed.TotalSeconds:F1} s ({results.Count / elapsed.TotalSeconds:F0}/s) through 2 instances: {failed} failed; {string.Join("; ", results.Where(result => result is not SmsSendResult.Accepted).Take(3))}");
        foreach (var version in story.Versions.Reverse())
            output.WriteLine($"version {version.Number} {version.State}: {version.Sends} requests, {version.Refused} refused, last used {version.LastUsedAt}");
        Assert.Equal(0, failed);
        Assert.Equal(results.Count, fixture.Twilio.Messages.Count(message => message.Account == clinic.Account));
        Assert.Equal("revoked revoked revoked active", await clinic.StatesAsync());
        Assert.Equal(results.Count, story.Versions.Sum(version => version.Sends - version.Refused));
        Assert.All(story.Versions, version => Assert.NotNull(version.LastUsedAt));
        Assert.True(story.Versions[^1].LastUsedAt < story.Versions[0].LastUsedAt);
    }

    [Fact]
    public async Task Activated_OnOneInstance_IsInUseOnTheOtherWithinASecond()
    {
        var clinic = await fixture.NewClinicAsync();
        var other = fixture.Get<ISmsCredentials>(1);
        await other.FindAsync(clinic.Context, Ct);

        var id = await clinic.ReplaceAsync(clinic.CreateKeyAsync);
        var began = Stopwatch.GetTimestamp();
        while ((await other.FindAsync(clinic.Context, Ct) as TwilioCredential)?.VersionId != id)
            await Task.Delay(1, Ct);

        output.WriteLine($"The other instance had it {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms after the activation was answered.");
    }

    [Fact]
    public async Task TextAsync_TokenChangedBehindOurBack_StopsWithWordsOnThePage()
    {
        var clinic = await fixture.NewClinicAsync();
        clinic.Account.Token = "changed-in-the-console-by-somebody";

        var sent = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => clinic.TextAsync(i % 2)));

        Assert.All(sent, result => Assert.Equal(401, Assert.IsType<SmsSendResult.Refused>(result).HttpStatus));
        Assert.Equal(CredentialNotes.Rejected, (await clinic.StoryAsync()).Active!.Failure);
        Assert.DoesNotContain(fixture.Twilio.Messages, message => message.Account == clinic.Account);
    }

    /// <summary>At a steady pace, each instance in turn; a late one does not delay the next.</summary>
    private static async Task SendAsync(RotationClinic clinic, ConcurrentQueue<SmsSendResult> results, CancellationToken stop)
    {
        var open = new List<Task>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        try
        {
            for (var i = 0; await pace.WaitForNextTickAsync(stop); i++)
            {
                var instance = i % 2;
                open.Add(Task.Run(async () => results.Enqueue(await clinic.TextAsync(instance)), CancellationToken.None));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }
}
