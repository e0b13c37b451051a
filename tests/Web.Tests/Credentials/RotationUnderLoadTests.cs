using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>A busy Monday: fifty calls a second ring two instances and are texted, while a manager replaces key and token.</summary>
[Collection(RotationHosts.Name)]
public sealed class RotationUnderLoadTests(RotationFixture fixture, ITestOutputHelper output)
{
    private const int PerSecond = 50;

    /// <summary>A machine that cannot keep the pace is not asked for more at once.</summary>
    private const int AtOnce = 24;

    /// <summary>How long texts go on before, between and after the steps at least; <c>ORCHESTRATOR_BENCH_SECONDS</c> makes it longer.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("ORCHESTRATOR_BENCH_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0.1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeyAndTokenReplaced_FiftyTextsASecondThroughTwoInstances_NoneFailsAndNoneIsSentTwice()
    {
        var clinic = await fixture.NewClinicAsync();
        var results = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var sending = Task.Run(() => SendAsync(clinic, results, stop.Token), Ct);

        await BreatheAsync(results);
        await clinic.ReplaceAsync(clinic.CreateKeyAsync);
        await BreatheAsync(results);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        Assert.True((await clinic.RevokeAsync((await clinic.StoryAsync()).Retiring.Single().Id)).IsSuccess);
        await BreatheAsync(results);
        // Without a key, so that the token itself signs in and its promotion meets texts on their way.
        await clinic.ReplaceAsync(() => clinic.PasteAsync(new NewCredential(null, null, null, clinic.Account.Token, null, null)));
        var token = await clinic.ReplaceAsync(clinic.CreateTokenAsync);
        await clinic.PassAsync(CredentialSwitch.PromoteAfter.ToTimeSpan());
        Assert.True((await clinic.PromoteAsync(token)).IsSuccess);
        await BreatheAsync(results);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        foreach (var retiring in (await clinic.StoryAsync()).Retiring)
            Assert.True((await clinic.RevokeAsync(retiring.Id)).IsSuccess);
        await BreatheAsync(results);
        await stop.CancelAsync();
        await sending;
        var elapsed = Stopwatch.GetElapsedTime(began);
        foreach (var instance in (int[])[0, 1])
            await fixture.Get<CredentialUseCounter>(instance).FlushAsync(Ct);

        var failed = results.Count(result => result != "otp_sent");
        var story = await clinic.StoryAsync();
        output.WriteLine($"{results.Count} texts in {elapsed.TotalSeconds:F1} s ({results.Count / elapsed.TotalSeconds:F0}/s) through 2 instances: {failed} failed; {string.Join("; ", results.Where(result => result != "otp_sent").Take(3))}");
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

    private static async Task BreatheAsync(ConcurrentQueue<string> results)
    {
        var before = results.Count;
        await Task.Delay(s_breath, Ct);
        while (results.Count < before + AtOnce)
            await Task.Delay(10, Ct);
    }

    /// <summary>At a steady pace, each instance in turn, over HTTP as the voice agent does.</summary>
    private static async Task SendAsync(RotationClinic clinic, ConcurrentQueue<string> results, CancellationToken stop)
    {
        var lines = new[] { clinic.Line(0), clinic.Line(1) };
        var open = new List<Task>();
        using var room = new SemaphoreSlim(AtOnce);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        try
        {
            for (var i = 0; await pace.WaitForNextTickAsync(stop); i++)
            {
                await room.WaitAsync(stop);
                var line = lines[i % 2];
                open.Add(Task.Run(async () =>
                {
                    results.Enqueue((await line.SendAsync(await line.HoldAsync())).GetProperty("code").GetString()!);
                    room.Release();
                }, CancellationToken.None));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }
}
