using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>Phones that get no texts: told apart before and after a text, and called where that is allowed.</summary>
public sealed class LandlineTests(TestDatabase database)
{
    private const string Landline = "+442079460958";
    private const string Mobile = "+447700900123";

    private static readonly TwilioCredential s_twilio = new(Guid.CreateVersion7(), "AC1", "AC1", "secret", "token", new SenderRef("+15005550006", null));

    [Theory]
    [InlineData("+442079460123", true)]
    [InlineData("+493012345678", true)]
    [InlineData("+447700900123", false)]
    [InlineData("+4915112345678", false)]
    [InlineData("+14155550109", false)]
    public void IsLandline_ByNumberingPlan_IsTrueForFixedLinesAlone(string e164, bool expected) =>
        Assert.Equal(expected, PhoneNumber.TryParseE164(e164, out var number) && number.IsLandline);

    [Fact]
    public async Task SendAsync_Landline_IsRefusedBeforeAnythingIsWritten()
    {
        var bench = await BenchAsync(voice: false);
        var held = await bench.HoldAsync(phone: Landline);

        Assert.Equal(SendRefusalKind.CannotReceive, (await bench.SendAsync(held)).Refusal.Kind);
        Assert.Empty(bench.Gateway.Sent);
        Assert.Equal("", await bench.DispatchesAsync(held));
    }

    [Fact]
    public async Task SendAsync_LandlineAndCallsAreOn_SaysTheDigitsApart()
    {
        var bench = await BenchAsync(voice: true);
        var held = await bench.HoldAsync(phone: Landline);

        var sent = await bench.SendAsync(held);

        var call = Assert.Single(bench.Gateway.Sent);
        Assert.Equal((true, CodeChannel.Voice, SmsKind.SpokenCode), (sent.Value.IsAccepted, sent.Value.Channel, call.Kind));
        Assert.Matches(@"^Your booking code for Test is: ([0-9]\. ){5}[0-9]\.$", call.Body);
        Assert.Equal("voice", await database.ScalarAsync<string>(bench.Org, "select channel from sms_message"));
        Assert.True((await bench.VerifyAsync(held, string.Concat(call.Body.Where(char.IsAsciiDigit)))).IsSuccess);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_AfterARefusalForALandline_CallsOrAsksForAnotherNumber(bool voice)
    {
        var bench = await BenchAsync(voice);
        var held = await bench.HoldAsync(phone: Mobile);
        bench.Gateway.AnswerWith(new SmsSendResult.Refused(SmsRefusalClass.CannotReceive, 400, 21614));
        Assert.Equal(SendRefusalKind.CannotReceive, (await bench.SendAsync(held)).Refusal.Kind);
        bench.Gateway.Answer = (message, _) => Task.FromResult<SmsSendResult>(FakeSmsGateway.Accept(message));

        var again = await bench.SendAsync(held);

        Assert.Equal(voice, again.IsSuccess);
        Assert.Equal(voice ? SmsKind.SpokenCode : SmsKind.Code, bench.Gateway.Sent[^1].Kind);
        Assert.Equal(voice ? 2 : 1, bench.Gateway.Sent.Count);
    }

    [Theory]
    [InlineData("+19005550123", true)]
    [InlineData("+449098790123", true)]
    [InlineData("+448431234567", true)]
    [InlineData("+447012345678", true)]
    [InlineData("+447400123456", false)]
    [InlineData("+14155550109", false)]
    [InlineData("+18005550199", false)]
    public void IsCostly_ByNumberingPlan_IsTrueWhereTheOtherSideEarns(string e164, bool expected) =>
        Assert.Equal(expected, PhoneNumber.TryParseE164(e164, out var number) && number.IsCostly);

    [Fact]
    public async Task SendAsync_CostlyNumber_IsNeitherTextedNorCalled()
    {
        var bench = await BenchAsync(voice: true);
        var held = await bench.HoldAsync(phone: "+449098790123");

        Assert.Equal(SendRefusalKind.CannotReceive, (await bench.SendAsync(held)).Refusal.Kind);
        Assert.Empty(bench.Gateway.Sent);
    }

    [Fact]
    public async Task SendAsync_TheLineTheCallerIsOn_IsNeverCalled()
    {
        var bench = await BenchAsync(voice: true);
        var held = await bench.HoldAsync(phone: Landline);

        Assert.Equal(SendRefusalKind.CannotReceive, (await bench.SendAsync(held, caller: Landline)).Refusal.Kind);
        Assert.Empty(bench.Gateway.Sent);
    }

    [Fact]
    public async Task SendAsync_SenderIsAMessagingService_CannotCall()
    {
        var bench = await BenchAsync(voice: true);
        bench.Credential = s_twilio with { Sender = new SenderRef(null, "MG1") };

        Assert.Equal(SendRefusalKind.CannotReceive, (await bench.SendAsync(await bench.HoldAsync(phone: Landline))).Refusal.Kind);
    }

    [Theory]
    [InlineData(false, new string[0], false)]
    [InlineData(true, new string[0], true)]
    [InlineData(true, new[] { "marlow" }, false)]
    [InlineData(true, new[] { "Harborview" }, true)]
    public void IsFor_EnabledForSomeOrAll_IsOffByDefault(bool enabled, string[] slugs, bool expected) =>
        Assert.Equal(expected, new VoiceCodeOptions { Enabled = enabled, Organizations = slugs }.IsFor("harborview"));

    private async Task<CodeBench> BenchAsync(bool voice)
    {
        var bench = await CodeBench.CreateAsync(database);
        (bench.Credential, bench.Voice.Enabled) = (s_twilio, voice);
        return bench;
    }
}
