using System.Text;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

public sealed class TwilioJsonTests
{
    private const string Sid = "SM0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("{\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"x\":\"?\"}")]
    [InlineData("{\"?\":1,\"sid\":\"SM0123456789abcdef0123456789abcdef\"}")]
    [InlineData("{\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"status\":\"qu?eued\"}")]
    [InlineData("{\"x\":\"\\ud800\",\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"status\":\"\\udfff\"}")]
    public void Of_BytesThatAreNoText_StillGiveTheMessageId(string body)
    {
        var bytes = Encoding.ASCII.GetBytes(body).Select(one => one == (byte)'?' ? (byte)0xff : one).ToArray();

        var result = SendVerdict.Of(SendAttempt.Of(new TwilioReply.Answered(201, bytes, null)));

        Assert.Equal(new SmsSendResult.Accepted(Sid, "accepted", null), result);
    }

    [Fact]
    public void TryOpen_ByteOrderMark_IsPassedOver()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Encoding.ASCII.GetBytes("{\"code\":21610}")];

        Assert.Equal(21610, TwilioJson.ErrorCode(body));
    }

    [Theory]
    [InlineData("{\"sid\":\"SM\\ud800\"}")]
    [InlineData("\ufeff")]
    [InlineData("{\"sid\":null}")]
    public void Of_NoReadableId_IsUnknown(string body)
    {
        var result = SendVerdict.Of(SendAttempt.Of(new TwilioReply.Answered(201, Encoding.UTF8.GetBytes(body), null)));

        Assert.IsType<SmsSendResult.Unknown>(result);
    }

    [Theory]
    [InlineData("queued", "queued")]
    [InlineData("a\\u0000b", "accepted")]
    [InlineData("some-word-of-2031", "accepted")]
    [InlineData("failed", "accepted")]
    public void Of_FirstWord_IsKeptWhereItIsOneOfTheirs(string said, string kept)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"sid":"{{Sid}}","status":"{{said}}"}""");

        var result = SendVerdict.Of(SendAttempt.Of(new TwilioReply.Answered(201, body, null)));

        Assert.Equal(new SmsSendResult.Accepted(Sid, kept, null), result);
    }
}
