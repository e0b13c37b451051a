using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging;

/// <summary>How a credential gets into memory, how long it stays, and what takes it out.</summary>
public sealed class SmsCredentialsTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly KeyRing s_keys = new(new Dictionary<string, byte[]> { ["k1"] = new byte[32] });

    private readonly OrgChangeFeed _feed = new(database.Source, NullLogger<OrgChangeFeed>.Instance);
    private readonly FakeTimeProvider _time = new();
    private readonly OrgId _org = OrgId.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private OrgContext Context => new(_org, Actor.Job("test"));

    public async ValueTask InitializeAsync()
    {
        await _feed.StartAsync(Ct);
        while (!_feed.IsListening)
            await Task.Delay(10, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.StopAsync(CancellationToken.None);
        _feed.Dispose();
    }

    [Fact]
    public async Task FindAsync_Cold_AsksTheThreeStoresSideBySide()
    {
        var stores = new SlowStores(_org, holds: true);
        var credentials = On(stores);

        var finding = credentials.FindAsync(Context, Ct).AsTask();
        // None of them has answered, and all of them have been asked.
        await stores.AllAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        Assert.False(finding.IsCompleted);
        stores.Answer();

        Assert.Equal("AC1", ((TwilioCredential)(await finding)!).AccountSid);
    }

    [Fact]
    public async Task FindAsync_HundredAtOnceCold_OneLoad()
    {
        var stores = new SlowStores(_org, holds: true);
        var credentials = On(stores);

        var finding = Enumerable.Range(0, 100).Select(_ => Task.Run(() => credentials.FindAsync(Context, Ct).AsTask())).ToList();
        await stores.AllAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        stores.Answer();
        var found = await Task.WhenAll(finding);

        Assert.Equal(1, stores.Loads);
        Assert.Single(found.Distinct());
    }

    [Fact]
    public async Task FindAsync_FiveMinutesOld_LoadsAgain()
    {
        var stores = new SlowStores(_org);
        var credentials = On(stores);
        await credentials.FindAsync(Context, Ct);

        _time.Advance(SmsCredentials.Life);
        await credentials.FindAsync(Context, Ct);
        Assert.Equal(1, stores.Loads);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await credentials.FindAsync(Context, Ct);

        Assert.Equal(2, stores.Loads);
    }

    [Fact]
    public async Task FindAsync_ChangeWhileALoadIsUnderWay_TheOldValueIsNeverKept()
    {
        var stores = new SlowStores(_org, holds: true);
        var credentials = On(stores);
        var before = credentials.FindAsync(Context, Ct).AsTask();
        await stores.AllAsked.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        await ChangedAsync(_org);
        stores.Token = "new-token-of-16-chars";
        stores.Answer();
        await before;
        var after = (TwilioCredential)(await credentials.FindAsync(Context, Ct))!;

        Assert.Equal(2, stores.Loads);
        Assert.Equal("new-token-of-16-chars", after.Secret);
    }

    [Fact]
    public async Task RenewAsync_SameAsRefused_GivesNothingAndANewerOneIsGivenToAllForOneLoad()
    {
        var stores = new SlowStores(_org);
        var credentials = On(stores);
        var refused = (await credentials.FindAsync(Context, Ct))!;
        Assert.Null(await credentials.RenewAsync(Context, refused, Ct));
        Assert.Equal(2, stores.Loads);

        stores.Token = "new-token-of-16-chars";
        var renewed = new List<SmsCredential?>();
        for (var i = 0; i < 20; i++)
            renewed.Add(await credentials.RenewAsync(Context, refused, Ct));

        Assert.Equal(3, stores.Loads);
        Assert.All(renewed, credential => Assert.Equal("new-token-of-16-chars", ((TwilioCredential)credential!).Secret));
    }

    [Fact]
    public async Task CallbackTokensAsync_ActiveAndRetiring_TheActiveOnesFirstAndEachOnce()
    {
        var stores = new SlowStores(_org) { Retiring = ["old-token-of-16-chars", "a-token-of-16-chars"] };

        var tokens = await On(stores).CallbackTokensAsync(_org, Ct);

        Assert.Equal(["a-token-of-16-chars", "old-token-of-16-chars"], tokens);
    }

    [Fact]
    public async Task FindAsync_SealedUnderAMissingKey_GivesNoneAndNeverTheSandbox()
    {
        var stores = new SlowStores(_org) { Keys = new KeyRing(new Dictionary<string, byte[]> { ["other"] = new byte[32] }) };

        Assert.Null(await On(stores).FindAsync(Context, Ct));
    }

    private SmsCredentials On(ISmsCredentialStores stores) => new(stores, _feed, _time, NullLogger<SmsCredentials>.Instance);

    private async Task ChangedAsync(OrgId org)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _feed.Changed += changed =>
        {
            if (changed == org)
                heard.TrySetResult();
        };
        await using var command = database.Source.CreateCommand("select pg_notify('org_changed', $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = org.ToString() });
        await command.ExecuteNonQueryAsync(Ct);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
    }

    /// <summary>Answers when told to, and counts.</summary>
    private sealed class SlowStores(OrgId org, bool holds = false) : ISmsCredentialStores
    {
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;
        private int _loads;

        public TaskCompletionSource AllAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Loads => _loads;

        public string Token { get; set; } = "a-token-of-16-chars";

        public string[] Retiring { get; init; } = [];

        public KeyRing Keys { get; init; } = s_keys;

        public void Answer() => _answer.TrySetResult();

        public async Task<IReadOnlyList<CredentialVersion>> VersionsAsync(OrgId asked, CancellationToken ct)
        {
            Interlocked.Increment(ref _loads);
            // What the row held when it was read, however long the answer takes.
            IReadOnlyList<CredentialVersion> versions = [Version(9, CredentialState.Active, Token), .. Retiring.Select((token, i) => Version(i + 1, CredentialState.Retiring, token))];
            await WaitAsync();
            return versions;
        }

        public async Task<SandboxCredential?> SandboxAsync(OrgId asked, CancellationToken ct)
        {
            await WaitAsync();
            return new SandboxCredential(org, "test");
        }

        public async Task<KeyRing> KeysAsync(CancellationToken ct)
        {
            await WaitAsync();
            return Keys;
        }

        private async Task WaitAsync()
        {
            if (Interlocked.Increment(ref _asked) == 3)
                AllAsked.TrySetResult();
            if (holds)
                await _answer.Task;
        }

        private CredentialVersion Version(int number, CredentialState state, string token)
        {
            var version = new CredentialVersion { OrgId = org.Value, Id = Guid.Parse($"00000000-0000-7000-8000-{number:D12}"), Number = number, State = state, LastFour = "", Fingerprint = "", CreatedAt = Instant.FromUnixTimeSeconds(0) };
            new TwilioAccount("AC1", token, null, null, "+12025550166", null).SealInto(version, s_keys);
            return version;
        }
    }
}
