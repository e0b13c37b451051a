using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

public sealed class SendVerdictTests
{
    private const string Sid = "SM0123456789abcdef0123456789abcdef";

    [Fact]
    public void Of_CreatedWithId_IsAccepted()
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(201, null, null, Sid, "queued", 1));

        Assert.Equal(new SmsSendResult.Accepted(Sid, "queued", 1), result);
    }

    [Fact]
    public void Of_SegmentsNotKnownYet_AreNotZero()
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(201, null, null, Sid, "accepted", 0));

        Assert.Equal(new SmsSendResult.Accepted(Sid, "accepted", null), result);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SM")]
    [InlineData("AC0123456789abcdef0123456789abcdef")]
    [InlineData("SM0123456789abcdef0123456789abcdeg")]
    [InlineData("SM0123456789abcdef0123456789abcdef0")]
    public void Of_CreatedWithoutAnId_IsUnknown(string? sid)
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(201, null, null, sid, "queued", 1));

        Assert.Equal(201, Assert.IsType<SmsSendResult.Unknown>(result).HttpStatus);
    }

    [Theory]
    [InlineData(500, 20500)]
    [InlineData(503, 20503)]
    [InlineData(500, 21211)]
    [InlineData(502, null)]
    [InlineData(307, null)]
    public void Of_ServerFailure_IsUnknownWhateverItsCode(int status, int? code)
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(status, code, null, null, null, null));

        Assert.Equal(status, Assert.IsType<SmsSendResult.Unknown>(result).HttpStatus);
    }

    [Theory]
    [InlineData(20429)]
    [InlineData(null)]
    [InlineData(21211)]
    public void Of_TooManyRequests_WasNotSent(int? code)
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(429, code, TimeSpan.FromSeconds(3), null, null, null));

        Assert.Equal(TimeSpan.FromSeconds(3), Assert.IsType<SmsSendResult.NotSent>(result).RetryAfter);
    }

    [Fact]
    public void Of_DailyLimit_IsRefusedForStaff()
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(429, 63038, null, null, null, null));

        Assert.Equal(new SmsSendResult.Refused(SmsRefusalClass.Account, 429, 63038), result);
    }

    [Theory]
    [InlineData(400, 20500)]
    [InlineData(400, 99999)]
    [InlineData(422, null)]
    public void Of_RefusalWithAnOddCode_StaysARefusal(int status, int? code)
    {
        var result = SendVerdict.Of(new SendAttempt.Answered(status, code, null, null, null, null));

        Assert.Equal(new SmsSendResult.Refused(SmsRefusalClass.Other, status, code), result);
    }

    [Fact]
    public void Of_NoAnswer_DependsOnWhetherItLeft()
    {
        Assert.IsType<SmsSendResult.NotSent>(SendVerdict.Of(new SendAttempt.NotConnected("no connection")));
        Assert.IsType<SmsSendResult.Unknown>(SendVerdict.Of(new SendAttempt.Lost("no answer")));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.InvalidResponse, false)]
    [InlineData(HttpRequestError.HttpProtocolError, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public void Classify_TransportError_IsUnsentOnlyBeforeTheConnection(HttpRequestError error, bool isUnsent)
    {
        var reply = TwilioTransport.Classify(new HttpRequestException(error));

        Assert.Equal(isUnsent, reply is TwilioReply.NotConnected);
    }
}
