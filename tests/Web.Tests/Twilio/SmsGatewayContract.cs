using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>What every adapter to Twilio keeps, whatever it is made of.</summary>
public abstract partial class SmsGatewayContract : IAsyncLifetime
{
    private TwilioStandIn _twilio = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Puts the adapter in the place of the default one.</summary>
    protected abstract void Use(IServiceCollection services);

    public async ValueTask InitializeAsync() => _twilio = await TwilioStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _twilio.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SendAsync_Created_IsAcceptedWithTheIdAndWord()
    {
        using var bench = Bench();

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(new SmsSendResult.Accepted(Assert.Single(_twilio.Messages).Sid, "queued", 1), result);
    }

    [Fact]
    public async Task SendAsync_FromANumber_WritesTheAgreedFields()
    {
        using var bench = Bench();
        var text = TwilioBench.Text();

        await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), text, Ct);

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["To"] = text.To.E164,
                ["From"] = StandInAccount.DefaultNumber,
                ["Body"] = text.Body,
                ["ValidityPeriod"] = "300",
                ["SmartEncoded"] = "true",
                ["RiskCheck"] = "enable",
                ["Attempt"] = "1",
                ["StatusCallback"] = $"http://127.0.0.1:1/webhooks/twilio/status/{text.DispatchId}",
            },
            new SortedDictionary<string, string>(Fields(Assert.Single(_twilio.Messages)), StringComparer.Ordinal));
    }

    [Fact]
    public async Task SendAsync_FromAService_NamesTheServiceAndNoNumber()
    {
        using var bench = Bench();
        var service = $"MG{Guid.NewGuid():N}";

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(new SenderRef(null, service)), TwilioBench.Text(), Ct);

        var message = Assert.Single(_twilio.Messages);
        Assert.Equal(service, message.Form["MessagingServiceSid"]);
        Assert.False(message.Form.ContainsKey("From"));
        Assert.Equal(new SmsSendResult.Accepted(message.Sid, "accepted", null), result);
    }

    [Theory]
    [InlineData(0.2, "1")]
    [InlineData(59.9, "59")]
    [InlineData(100_000, "36000")]
    public async Task SendAsync_OddLife_StaysWithinWhatTwilioTakes(double seconds, string expected)
    {
        using var bench = Bench();

        await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(TimeSpan.FromSeconds(seconds)), Ct);

        Assert.Equal(expected, Assert.Single(_twilio.Messages).Form["ValidityPeriod"]);
    }

    [Fact]
    public async Task SendAsync_WithAnApiKey_SignsInWithItOnTheAccountsPath()
    {
        using var bench = Bench();
        var account = _twilio.AddAccount();

        var result = await bench.Gateway.SendAsync(account.Credential(account.AddKey(["/twilio/messaging/messages/create"])), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.Accepted>(result);
    }

    [Theory]
    [InlineData(400, 21211, SmsRefusalClass.BadNumber)]
    [InlineData(400, 21614, SmsRefusalClass.CannotReceive)]
    [InlineData(400, 21635, SmsRefusalClass.CannotReceive)]
    [InlineData(400, 21612, SmsRefusalClass.CannotReceive)]
    [InlineData(400, 21408, SmsRefusalClass.Account)]
    [InlineData(400, 21610, SmsRefusalClass.OptedOut)]
    [InlineData(400, 21608, SmsRefusalClass.Account)]
    [InlineData(400, 21606, SmsRefusalClass.Account)]
    [InlineData(400, 21212, SmsRefusalClass.Account)]
    [InlineData(400, 21601, SmsRefusalClass.Account)]
    [InlineData(400, 21661, SmsRefusalClass.Account)]
    [InlineData(400, 21611, SmsRefusalClass.Account)]
    [InlineData(400, 21617, SmsRefusalClass.Other)]
    [InlineData(400, 21658, SmsRefusalClass.Other)]
    [InlineData(400, 30029, SmsRefusalClass.Account)]
    [InlineData(400, 30030, SmsRefusalClass.Account)]
    [InlineData(401, 20003, SmsRefusalClass.Account)]
    [InlineData(403, 20403, SmsRefusalClass.Account)]
    [InlineData(403, 70051, SmsRefusalClass.Account)]
    [InlineData(404, 20404, SmsRefusalClass.Account)]
    [InlineData(429, 63038, SmsRefusalClass.Account)]
    [InlineData(400, 12345, SmsRefusalClass.Other)]
    public async Task SendAsync_Refused_NamesTheClassAndSendsOnce(int status, int code, SmsRefusalClass expected)
    {
        using var bench = Bench();
        _twilio.React = _ => StandInReaction.Error(status, code);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(new SmsSendResult.Refused(expected, status, code), result);
        Assert.Equal(1, _twilio.PostCount);
    }

    [Theory]
    [InlineData("""{"type":"https://www.twilio.com/docs/api/errors/21610","title":"Opted out","status":400,"code":21610,"detail":"no"}""", "application/problem+json", 21610)]
    [InlineData("<html><body>Bad request</body></html>", "text/html", null)]
    [InlineData("bad request", "text/plain", null)]
    [InlineData("", "text/plain", null)]
    [InlineData("""{"code":""", "application/json", null)]
    public async Task SendAsync_RefusedInAnyShape_IsRefused(string body, string type, int? code)
    {
        using var bench = Bench();
        _twilio.React = _ => StandInReaction.Error(400, body, type);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(new SmsSendResult.Refused(code is null ? SmsRefusalClass.Other : SmsRefusalClass.OptedOut, 400, code), result);
    }

    [Fact]
    public async Task SendAsync_TooManyOnce_IsRepeatedOnce()
    {
        using var bench = Bench();
        _twilio.React = post => post.Number == 1 ? StandInReaction.Error(429, 20429) : StandInReaction.Normal;

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.Accepted>(result);
        Assert.Equal(2, _twilio.PostCount);
        Assert.Single(_twilio.Messages);
    }

    [Fact]
    public async Task SendAsync_TooManyAgain_GivesUpAfterTwo()
    {
        using var bench = Bench();
        _twilio.React = _ => StandInReaction.Error(429, 20429);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.NotSent>(result);
        Assert.Equal(2, _twilio.PostCount);
    }

    [Theory]
    [InlineData(500, 20500)]
    [InlineData(503, 20503)]
    [InlineData(504, 0)]
    public async Task SendAsync_ServerFailed_IsUnknownAndNeverRepeated(int status, int code)
    {
        using var bench = Bench();
        _twilio.React = _ => StandInReaction.Error(status, code);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(status, Assert.IsType<SmsSendResult.Unknown>(result).HttpStatus);
        Assert.Equal(1, _twilio.PostCount);
    }

    [Theory]
    [InlineData(201, "{}")]
    [InlineData(201, """{"sid":null,"status":"queued"}""")]
    [InlineData(201, """{"sid":"SM1","status":"queued"}""")]
    [InlineData(201, """{"sid":12,"status":"queued"}""")]
    [InlineData(201, """["SM0123456789abcdef0123456789abcdef"]""")]
    [InlineData(200, "<html>Welcome</html>")]
    [InlineData(201, "")]
    [InlineData(204, "")]
    public async Task SendAsync_GoodStatusThatProvesNothing_IsUnknown(int status, string body)
    {
        using var bench = Bench();
        _twilio.React = _ => StandInReaction.Lie(status, body);

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(status, Assert.IsType<SmsSendResult.Unknown>(result).HttpStatus);
        Assert.Equal(1, _twilio.PostCount);
    }

    [Fact]
    public async Task SendAsync_Redirected_DoesNotFollow()
    {
        using var bench = Bench();
        _twilio.React = _ => StandInReaction.Lie(307, "");

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.Unknown>(result);
        Assert.Equal(1, _twilio.PostCount);
    }

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

    private TwilioBench Bench(Action<TwilioOptions>? configure = null) => new(_twilio.Address, configure, Use);

    private static Dictionary<string, string> Fields(StandInMessage message) => message.Form.ToDictionary();
}
