using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>Keys and tokens that Twilio makes for us, and every place where the way there can break.</summary>
[Collection(RotationHosts.Name)]
public sealed class RotationTests(RotationFixture fixture)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_CreatedTestedUsedAndTheOldOneRevoked_IsDeletedAtTwilio()
    {
        var clinic = await fixture.NewClinicAsync();
        var first = await clinic.ReplaceAsync(clinic.CreateKeyAsync);
        var firstKey = clinic.Account.Keys.Values.Single();
        Assert.Equal(["/twilio/messaging/messages/create", "/twilio/messaging/messages/read"], firstKey.Allow);
        await clinic.ReplaceAsync(clinic.CreateKeyAsync);

        var tooSoon = await clinic.RevokeAsync(first);
        await clinic.PassAsync(CredentialEnd.KeyDrain.ToTimeSpan());
        var revoked = await clinic.RevokeAsync(first);

        Assert.Equal(CredentialRefusalKind.StillNeeded, tooSoon.Refusal.Kind);
        Assert.NotNull(tooSoon.Refusal.Until);
        Assert.True(revoked.IsSuccess);
        Assert.DoesNotContain(firstKey.Sid, clinic.Account.Keys.Keys);
        Assert.Single(clinic.Account.Keys);
        var stored = await fixture.Get<CredentialVault>().ReadAsync(clinic.Context, Ct);
        Assert.Null(stored.Single(row => row.Id == first).Sealed);
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task Token_SecondaryPromotedDrained_ReplacesTheOldOneAndCallbacksKnowBothMeanwhile()
    {
        var clinic = await fixture.NewClinicAsync();
        var old = clinic.Account.Token;
        var tokens = fixture.Get<ICallbackTokens>();

        var id = await clinic.ReplaceAsync(clinic.CreateTokenAsync);
        var second = clinic.Account.Secondary!;
        Assert.Equal(old, clinic.Account.Token);
        Assert.Equal([second, old], await EventuallyAsync(() => tokens.CallbackTokensAsync(clinic.Org, Ct).AsTask(), all => all.Count == 2));
        var first = (await clinic.StoryAsync()).Retiring.Single().Id;
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        Assert.Equal(CredentialRefusalKind.StillNeeded, (await clinic.RevokeAsync(first)).Refusal.Kind);

        Assert.True((await clinic.PromoteAsync(id)).IsSuccess);
        Assert.Equal((second, null), (clinic.Account.Token, clinic.Account.Secondary));
        Assert.Equal(CredentialRefusalKind.StillNeeded, (await clinic.RevokeAsync(first)).Refusal.Kind);
        Assert.Equal([second, old], await tokens.CallbackTokensAsync(clinic.Org, Ct));
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        Assert.True((await clinic.RevokeAsync(first)).IsSuccess);

        Assert.Equal([second], await EventuallyAsync(() => tokens.CallbackTokensAsync(clinic.Org, Ct).AsTask(), all => all.Count == 1));
        Assert.Equal("revoked active", await clinic.StatesAsync());
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task Token_NotPromotedYet_CanBeTakenBack()
    {
        var clinic = await fixture.NewClinicAsync();
        var id = await clinic.ReplaceAsync(clinic.CreateTokenAsync);
        var first = (await clinic.StoryAsync()).Retiring.Single().Id;

        Assert.True((await clinic.ActivateAsync(first)).IsSuccess);
        Assert.True((await clinic.RevokeAsync(id)).IsSuccess);

        Assert.Null(clinic.Account.Secondary);
        Assert.Equal("active revoked", await clinic.StatesAsync());
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task Token_TooSoonAfterActivation_IsNotPromoted()
    {
        var clinic = await fixture.NewClinicAsync();
        var id = await clinic.ReplaceAsync(clinic.CreateTokenAsync);

        Assert.Equal(CredentialRefusalKind.StillNeeded, (await clinic.PromoteAsync(id)).Refusal.Kind);
        Assert.NotNull(clinic.Account.Secondary);
    }

    [Fact]
    public async Task Key_SharedWithALaterToken_OutlivesItsOwnVersion()
    {
        var clinic = await fixture.NewClinicAsync();
        var withKey = await clinic.ReplaceAsync(clinic.CreateKeyAsync);
        var withToken = await clinic.ReplaceAsync(clinic.CreateTokenAsync);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        Assert.True((await clinic.PromoteAsync(withToken)).IsSuccess);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());

        Assert.True((await clinic.RevokeAsync(withKey)).IsSuccess);

        Assert.Single(clinic.Account.Keys);
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    /// <summary>The request that goes wrong, how, and which rotation it is.</summary>
    public static TheoryData<string, string, bool> Losses => new()
    {
        { "GET /v1/Keys", "Request", true }, { "GET /v1/Keys", "Answer", true }, { "POST /v1/Keys", "Request", true }, { "POST /v1/Keys", "Answer", true },
        { "POST /v1/AuthTokens/Secondary", "Request", false }, { "POST /v1/AuthTokens/Secondary", "Answer", false },
        { "POST /v1/AuthTokens/Promote", "Request", false }, { "POST /v1/AuthTokens/Promote", "Answer", false },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Rotation_ProviderLostOnTheWay_GoesOnAndEndsWithoutOrphans(string request, string loss, bool isKey)
    {
        var clinic = await fixture.NewClinicAsync();
        var losses = 0;
        clinic.Account.Lose = asked =>
        {
            // GETs are repeated once by themselves.
            if (asked != request || losses == 2 || (losses == 1 && asked[0] != 'G'))
                return StandInLoss.None;
            losses++;
            return Enum.Parse<StandInLoss>(loss);
        };

        var begun = await (isKey ? clinic.CreateKeyAsync() : clinic.CreateTokenAsync());
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
        var id = (await clinic.StoryAsync()).Open!.Id;
        if (!begun.IsSuccess)
            Assert.True((await clinic.ContinueAsync(id)).IsSuccess);
        Assert.True((await clinic.TestAsync(id)).IsSuccess);
        Assert.True((await clinic.ActivateAsync(id)).IsSuccess);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        if (!isKey)
        {
            var promoted = await clinic.PromoteAsync(id);
            Assert.True(promoted.IsSuccess || (await clinic.PromoteAsync(id)).IsSuccess);
            Assert.Null(clinic.Account.Secondary);
        }

        Assert.True(losses > 0);
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
        Assert.Equal(isKey ? 1 : 0, clinic.Account.Keys.Count);
    }

    /// <summary>After which of the writes to the database the process dies: 0 is before the first.</summary>
    public static TheoryData<bool, int> Deaths
    {
        get
        {
            var data = new TheoryData<bool, int>();
            foreach (var isKey in (bool[])[true, false])
            {
                for (var step = 0; step < 8; step++)
                    data.Add(isKey, step);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Rotation_StoppedAfterAnyWrite_IsTakenUpByWhoeverComesNext(bool isKey, int writes)
    {
        var clinic = await fixture.NewClinicAsync();
        // Every promise of a rotation lies in rows and at Twilio, so a process that dies is one whose next write never comes.
        var dying = new DyingRotation(fixture, clinic, writes);
        await dying.RunAsync(isKey);

        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync(1));
        await clinic.PassAsync(TimeSpan.FromMinutes(1));
        var story = await clinic.StoryAsync();
        if (story.Open is null && story.Versions.Length == 1)
            Assert.True((await (isKey ? clinic.CreateKeyAsync() : clinic.CreateTokenAsync())).IsSuccess);
        story = await clinic.StoryAsync();
        if (story.Open is { IsUnmade: true } unmade)
            Assert.True((await clinic.ContinueAsync(unmade.Id)).IsSuccess);
        if ((await clinic.StoryAsync()).Open is { } open)
        {
            Assert.True((await clinic.TestAsync(open.Id)).IsSuccess);
            Assert.True((await clinic.ActivateAsync(open.Id)).IsSuccess);
        }
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync(1));
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        story = await clinic.StoryAsync();
        if (story.NeedsPromotion)
            Assert.True((await clinic.PromoteAsync(story.Active!.Id)).IsSuccess);
        await clinic.PassAsync(CredentialEnd.Drain.ToTimeSpan());
        foreach (var retiring in (await clinic.StoryAsync()).Retiring)
            Assert.True((await clinic.RevokeAsync(retiring.Id)).IsSuccess);

        Assert.Equal("revoked active", await clinic.StatesAsync());
        Assert.Equal((isKey ? 1 : 0, null), (clinic.Account.Keys.Count, clinic.Account.Secondary));
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
    }

    [Fact]
    public async Task RevokeNowAsync_ActiveWithATestedOneWaiting_ThatOneTakesOver()
    {
        var clinic = await fixture.NewClinicAsync(withKey: true);
        var leaked = (await clinic.StoryAsync()).Active!;
        var next = (await clinic.CreateKeyAsync()).Value;
        Assert.True((await clinic.TestAsync(next)).IsSuccess);

        var revoked = await clinic.RevokeNowAsync(leaked.Id);

        Assert.True(revoked.IsSuccess);
        Assert.Equal("revoked active", await clinic.StatesAsync());
        Assert.DoesNotContain(leaked.KeySid!, clinic.Account.Keys.Keys);
        Assert.NotNull((await clinic.StoryAsync()).Versions.Single(version => version.Id == leaked.Id).DeletedAt);
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync());
        Assert.IsType<SmsSendResult.Accepted>(await clinic.TextAsync(1));
    }

    [Fact]
    public async Task RevokeNowAsync_TwilioSilent_StopsItHereAndSaysWhatIsLeftToDo()
    {
        var clinic = await fixture.NewClinicAsync(withKey: true);
        var leaked = (await clinic.StoryAsync()).Active!;
        clinic.Account.IsSilent = true;

        var revoked = await clinic.RevokeNowAsync(leaked.Id);

        Assert.Contains(leaked.KeySid!, revoked.Value, StringComparison.Ordinal);
        Assert.Equal("revoked", await clinic.StatesAsync());
        Assert.IsType<SandboxCredential>(await EventuallyAsync(() => fixture.Get<ISmsCredentials>(1).FindAsync(clinic.Context, Ct).AsTask(), credential => credential is SandboxCredential));
    }

    [Fact]
    public async Task Discard_UnmadeKey_LeavesNothingAtTwilio()
    {
        var clinic = await fixture.NewClinicAsync();
        clinic.Account.Lose = asked => asked == "POST /v1/Keys" ? StandInLoss.Answer : StandInLoss.None;
        Assert.Equal(CredentialRefusalKind.ProviderSilent, (await clinic.CreateKeyAsync()).Refusal.Kind);
        Assert.Single(clinic.Account.Keys);

        Assert.True((await clinic.RevokeAsync((await clinic.StoryAsync()).Open!.Id)).IsSuccess);

        Assert.Empty(clinic.Account.Keys);
        Assert.Equal("active revoked", await clinic.StatesAsync());
    }

    [Fact]
    public async Task Create_WithoutTheToken_SaysSoAndDraftsNothing()
    {
        var clinic = await fixture.NewClinicAsync(withToken: false, withKey: true);

        Assert.Equal(CredentialRefusalKind.NothingToStartFrom, (await clinic.CreateKeyAsync()).Refusal.Kind);
        Assert.Equal("active", await clinic.StatesAsync());
        Assert.False((await clinic.StoryAsync()).CanAskProvider);
    }

    private static async Task<T> EventuallyAsync<T>(Func<Task<T>> look, Func<T, bool> isThere)
    {
        for (var i = 0; i < 3000; i++)
        {
            if (await look() is var seen && isThere(seen))
                return seen;
            await Task.Delay(10, Ct);
        }
        return await look();
    }
}
