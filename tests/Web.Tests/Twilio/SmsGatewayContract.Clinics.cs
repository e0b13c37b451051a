using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <content>What differs between clinics, and what is read back.</content>
public abstract partial class SmsGatewayContract
{
    [Fact]
    public async Task SendAsync_OneClinicKeepsFailing_PausesThatOneOnly()
    {
        using var bench = Bench();
        var (failing, well) = (_twilio.AddAccount(), _twilio.AddAccount());
        _twilio.React = post => post.Account == failing ? StandInReaction.Error(503, 20503) : StandInReaction.Normal;
        var credential = failing.Credential();
        for (var i = 0; i < 5; i++)
            Assert.IsType<SmsSendResult.Unknown>(await bench.Gateway.SendAsync(credential, TwilioBench.Text(), Ct));
        var before = _twilio.PostCount;

        var paused = await bench.Gateway.SendAsync(credential, TwilioBench.Text(), Ct);
        var other = await bench.Gateway.SendAsync(well.Credential(), TwilioBench.Text(), Ct);

        Assert.True(Assert.IsType<SmsSendResult.NotSent>(paused).RetryAfter > TimeSpan.Zero);
        Assert.IsType<SmsSendResult.Accepted>(other);
        Assert.Equal(before + 1, _twilio.PostCount);
    }

    [Fact]
    public async Task SendAsync_RetentionNotAllowed_IsRepeatedWithoutAndRemembered()
    {
        using var bench = Bench(options => options.MinimizeRetention = true);
        var credential = _twilio.AddAccount().Credential();
        _twilio.React = post => post.Number == 1 ? StandInReaction.Error(400, 30029) : StandInReaction.Normal;

        var first = await bench.Gateway.SendAsync(credential, TwilioBench.Text(), Ct);
        var second = await bench.Gateway.SendAsync(credential, TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.Accepted>(first);
        Assert.IsType<SmsSendResult.Accepted>(second);
        Assert.Equal(3, _twilio.PostCount);
        Assert.All(_twilio.Messages, message => Assert.False(message.Form.ContainsKey("ContentRetention") || message.Form.ContainsKey("AddressRetention")));
    }

    [Fact]
    public async Task SendAsync_RetentionAllowed_AsksForIt()
    {
        using var bench = Bench(options => options.MinimizeRetention = true);

        await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        var form = Assert.Single(_twilio.Messages).Form;
        Assert.Equal(("discard", "obfuscate"), (form["ContentRetention"], form["AddressRetention"]));
    }

    [Theory]
    [InlineData("delivered", SmsStatus.Delivered)]
    [InlineData("undelivered", SmsStatus.Undelivered)]
    [InlineData("failed", SmsStatus.Failed)]
    [InlineData("canceled", SmsStatus.Failed)]
    [InlineData("read", SmsStatus.Delivered)]
    [InlineData("sending", SmsStatus.Sending)]
    [InlineData("a-word-to-come", null)]
    public async Task GetStatusAsync_Word_IsRead(string word, SmsStatus? expected)
    {
        using var bench = Bench();
        var credential = _twilio.AddAccount().Credential();
        await bench.Gateway.SendAsync(credential, TwilioBench.Text(), Ct);
        var message = Assert.Single(_twilio.Messages);
        message.Status = word;

        Assert.Equal(expected, await bench.Gateway.GetStatusAsync(credential, message.Sid, Ct));
    }

    [Theory]
    [InlineData("SM00000000000000000000000000000009")]
    [InlineData("../../AC1")]
    [InlineData("")]
    public async Task GetStatusAsync_NoSuchMessage_CannotTell(string sid)
    {
        using var bench = Bench();

        Assert.Null(await bench.Gateway.GetStatusAsync(_twilio.AddAccount().Credential(), sid, Ct));
    }

    [Fact]
    public async Task SendAsync_AnyOutcome_LogsNoSecretNumberOrCode()
    {
        using var bench = Bench();
        var credential = _twilio.AddAccount().Credential();
        var text = TwilioBench.Text();
        foreach (var reaction in new[] { StandInReaction.Normal, StandInReaction.Error(400, 21610), StandInReaction.Error(401, 20003), StandInReaction.ResetProcessed })
        {
            _twilio.React = _ => reaction;
            await bench.Gateway.SendAsync(credential, text, Ct);
        }

        var log = bench.Log.AllText + credential + text;
        Assert.Contains(text.DispatchId.ToString(), log, StringComparison.Ordinal);
        Assert.DoesNotContain("424242", log, StringComparison.Ordinal);
        Assert.DoesNotContain(text.To.E164[1..], log, StringComparison.Ordinal);
        Assert.DoesNotContain(credential.Secret, log, StringComparison.Ordinal);
    }
}
