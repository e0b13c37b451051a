using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <content>What becomes of the connection.</content>
public abstract partial class SmsGatewayContract
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_ConnectionDropped_IsUnknownAndNeverRepeated(bool isReused)
    {
        using var bench = Bench();
        var account = _twilio.AddAccount();
        foreach (var reaction in new[] { StandInReaction.ResetUnread, StandInReaction.ResetProcessed, StandInReaction.ResetInAnswer })
        {
            _twilio.React = _ => StandInReaction.Normal;
            if (isReused)
                Assert.IsType<SmsSendResult.Accepted>(await bench.Gateway.SendAsync(account.Credential(), TwilioBench.Text(), Ct));
            _twilio.React = _ => reaction;
            var before = _twilio.PostCount;

            var result = await bench.Gateway.SendAsync(account.Credential(), TwilioBench.Text(), Ct);

            Assert.IsType<SmsSendResult.Unknown>(result);
            Assert.Equal(before + 1, _twilio.PostCount);
        }
    }

    [Fact]
    public async Task SendAsync_NeverAnswered_IsUnknownWithinItsTime()
    {
        using var bench = Bench(options => options.SendTimeout = TimeSpan.FromMilliseconds(600));
        _twilio.React = _ => StandInReaction.Hang;

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.Unknown>(result);
        Assert.Equal(1, _twilio.PostCount);
    }

    [Fact]
    public async Task SendAsync_CallerHangsUpAfterItLeft_IsUnknown()
    {
        using var bench = Bench();
        using var caller = new CancellationTokenSource();
        _twilio.React = _ =>
        {
            caller.Cancel();
            return StandInReaction.Hang;
        };

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), caller.Token);

        Assert.IsType<SmsSendResult.Unknown>(result);
    }

    [Fact]
    public async Task SendAsync_CallerHungUpBefore_IsNotSent()
    {
        using var bench = Bench();

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), new CancellationToken(canceled: true));

        Assert.IsType<SmsSendResult.NotSent>(result);
        Assert.Equal(0, _twilio.PostCount);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_IsNotSent()
    {
        using var bench = new TwilioBench(TwilioBench.NobodyListens(), adapter: Use);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.NotSent>(result);
    }

    [Fact]
    public async Task SendAsync_NoTls_IsNotSent()
    {
        using var bench = new TwilioBench(new UriBuilder(_twilio.Address) { Scheme = "https" }.Uri, adapter: Use);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.NotSent>(result);
        Assert.Equal(0, _twilio.PostCount);
    }
}
