using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <content>What Twilio answers.</content>
public abstract partial class SmsGatewayContract
{
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
}
