using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

public sealed class TwilioAccountClientTests : IAsyncLifetime
{
    private TwilioStandIn _twilio = null!;
    private TwilioBench _bench = null!;
    private StandInAccount _account = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _twilio = await TwilioStandIn.StartAsync();
        _bench = new TwilioBench(_twilio.Address);
        _account = _twilio.AddAccount();
    }

    public async ValueTask DisposeAsync()
    {
        _bench.Dispose();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Tokens_CreatedAndPromoted_ReplaceTheOldOne()
    {
        var old = _account.Login;

        var second = (await _bench.Accounts.CreateSecondaryTokenAsync(old, Ct)).Value;
        var fresh = TwilioLogin.WithToken(_account.Sid, second.Value);
        Assert.True((await _bench.Accounts.GetAccountAsync(old, Ct)).IsSuccess);
        Assert.True((await _bench.Accounts.GetAccountAsync(fresh, Ct)).IsSuccess);
        var promoted = (await _bench.Accounts.PromoteSecondaryTokenAsync(fresh, Ct)).Value;

        Assert.Equal(second, promoted);
        Assert.True((await _bench.Accounts.GetAccountAsync(fresh, Ct)).IsSuccess);
        Assert.Equal(new TwilioFailure(TwilioFailureKind.Refused, 401, 20003), (await _bench.Accounts.GetAccountAsync(old, Ct)).Refusal);
        Assert.DoesNotContain(second.Value, $"{second}{promoted}{fresh}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteSecondaryTokenAsync_ThereOrNot_LeavesNone()
    {
        await _bench.Accounts.CreateSecondaryTokenAsync(_account.Login, Ct);

        Assert.Null(await _bench.Accounts.DeleteSecondaryTokenAsync(_account.Login, Ct));
        Assert.Null(await _bench.Accounts.DeleteSecondaryTokenAsync(_account.Login, Ct));
        Assert.Null(_account.Secondary);
    }

    [Fact]
    public async Task PromoteSecondaryTokenAsync_NoSecondOne_IsRefused()
    {
        var promoted = await _bench.Accounts.PromoteSecondaryTokenAsync(_account.Login, Ct);

        Assert.Equal(TwilioFailureKind.Refused, promoted.Refusal.Kind);
    }

    [Fact]
    public async Task Keys_CreatedFoundAndDeleted_ComeAndGo()
    {
        string[] allow = ["/twilio/messaging/messages/create", "/twilio/messaging/messages/read"];

        var restricted = (await _bench.Accounts.CreateKeyAsync(_account.Login, "org-1-v2", allow, Ct)).Value;
        var standard = (await _bench.Accounts.CreateKeyAsync(_account.Login, "org-1-v3", null, Ct)).Value;

        Assert.Equal(allow, _account.Keys[restricted.Sid].Allow);
        Assert.Null(_account.Keys[standard.Sid].Allow);
        Assert.Equal(restricted.Secret, _account.Keys[restricted.Sid].Secret);
        Assert.DoesNotContain(restricted.Secret, restricted.ToString(), StringComparison.Ordinal);
        Assert.Equal([restricted.Sid], (await _bench.Accounts.FindKeysAsync(_account.Login, "org-1-v2", Ct)).Value);
        Assert.Null(await _bench.Accounts.DeleteKeyAsync(_account.Login, restricted.Sid, Ct));
        Assert.Null(await _bench.Accounts.DeleteKeyAsync(_account.Login, restricted.Sid, Ct));
        Assert.Empty((await _bench.Accounts.FindKeysAsync(_account.Login, "org-1-v2", Ct)).Value);
    }

    [Fact]
    public async Task CreateKeyAsync_WithAStandardKey_IsRefused()
    {
        var key = _account.AddKey();

        var created = await _bench.Accounts.CreateKeyAsync(new TwilioLogin(_account.Sid, key.Sid, key.Secret), "org-1-v2", null, Ct);

        Assert.Equal(TwilioFailureKind.Refused, created.Refusal.Kind);
    }

    [Fact]
    public async Task CreateSecondaryTokenAsync_NobodyListens_WasNotSent()
    {
        using var bench = new TwilioBench(TwilioBench.NobodyListens());

        Assert.Equal(TwilioFailureKind.NotSent, (await bench.Accounts.CreateSecondaryTokenAsync(_account.Login, Ct)).Refusal.Kind);
    }
}
