using System.Net;
using System.Text;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

public sealed class TwilioCallbackTests : IAsyncLifetime
{
    private TwilioStandIn _twilio = null!;
    private CallbackHost _host = null!;
    private StandInAccount _account = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _twilio = await TwilioStandIn.StartAsync();
        _host = await CallbackHost.StartAsync(_twilio);
        _account = _twilio.AddAccount();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task Post_SignedReport_IsApplied()
    {
        var (dispatch, message) = await SendAsync();

        var status = await _twilio.ReportAsync(message, "delivered");

        Assert.Equal(204, status);
        Assert.Equal(new StatusReport(dispatch, message.Sid, SmsStatus.Delivered, null), _host.Callbacks.Known[dispatch]);
        Assert.Equal(["applied"], _host.Outcomes);
    }

    [Fact]
    public async Task Post_FailedReport_BringsItsErrorCode()
    {
        var (dispatch, message) = await SendAsync();

        await _twilio.ReportAsync(message, "undelivered", 30003);

        Assert.Equal((SmsStatus.Undelivered, 30003), (_host.Callbacks.Known[dispatch].Status, _host.Callbacks.Known[dispatch].ErrorCode));
    }

    [Theory]
    [InlineData("sent,delivered,sending,queued", SmsStatus.Delivered)]
    [InlineData("delivered,delivered,failed", SmsStatus.Delivered)]
    [InlineData("undelivered,delivered", SmsStatus.Undelivered)]
    [InlineData("sent,sent,sending", SmsStatus.Sent)]
    public async Task Post_ReportsOutOfOrderAndTwice_OnlyMoveForward(string words, SmsStatus expected)
    {
        var (dispatch, message) = await SendAsync();

        foreach (var word in words.Split(','))
            Assert.Equal(204, await _twilio.ReportAsync(message, word));

        Assert.Equal(expected, _host.Callbacks.Known[dispatch].Status);
    }

    [Fact]
    public async Task Post_SignedByAnother_IsForbiddenAndCounted()
    {
        var (dispatch, message) = await SendAsync();

        var status = await _twilio.ReportAsync(message, "delivered", token: "another-token");

        Assert.Equal(403, status);
        Assert.False(_host.Callbacks.Known.ContainsKey(dispatch));
        Assert.Equal(["bad_signature"], _host.Outcomes);
    }

    [Fact]
    public async Task Post_WithoutSignature_IsForbiddenBeforeAnythingElse()
    {
        var (dispatch, _) = await SendAsync();
        var lookups = _host.Callbacks.Lookups;

        var known = await PostAsync(dispatch.ToString(), new FormUrlEncodedContent([]), signature: null);
        var unknown = await PostAsync(Guid.NewGuid().ToString(), new FormUrlEncodedContent([]), signature: null);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (known, unknown));
        Assert.Equal(lookups, _host.Callbacks.Lookups);
        Assert.Equal(["unsigned", "unsigned"], _host.Outcomes);
    }

    [Theory]
    [InlineData("8a9e1a54-7c6f-4b55-9f37-6d5d1a0e2b11")]
    [InlineData("7f6f1a52")]
    public async Task Post_UnknownDispatch_IsNotFoundAndCounted(string dispatch)
    {
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(dispatch, new FormUrlEncodedContent([]), "c2lnbmF0dXJl"));
        Assert.Equal(["unknown_dispatch"], _host.Outcomes);
    }

    [Fact]
    public async Task Post_PreviousToken_IsTakenDuringARotation()
    {
        var old = _account.Token;
        var (dispatch, message) = await _host.SendAsync(_twilio, _account.Credential(), "new-token", old);

        Assert.Equal(204, await _twilio.ReportAsync(message, "sent", token: old));
        Assert.Equal(204, await _twilio.ReportAsync(message, "delivered", token: "new-token"));
        Assert.Equal(SmsStatus.Delivered, _host.Callbacks.Known[dispatch].Status);
    }

    [Fact]
    public async Task Post_QueryInTheAddress_IsSignedWithIt()
    {
        var (_, message) = await SendAsync();

        Assert.Equal(204, await _twilio.ReportAsync(message, "sent", url: message.StatusCallback + "?a=1&h=ab%2Bcd"));
    }

    [Theory]
    [InlineData("delivered", SmsStatus.Delivered, "applied")]
    [InlineData("sent", SmsStatus.Sent, "applied")]
    public async Task Post_AccountWithAKeyOnly_BelievesTwilioAndNotTheReport(string truth, SmsStatus expected, string outcome)
    {
        var key = _account.AddKey(["/twilio/messaging/messages/create", "/twilio/messaging/messages/read"]);
        var (dispatch, message) = await _host.SendAsync(_twilio, _account.Credential(key));
        message.Status = truth;

        Assert.Equal(204, await _twilio.ReportAsync(message, "undelivered", 30003, token: "whatever"));
        Assert.Equal(new StatusReport(dispatch, message.Sid, expected, null), _host.Callbacks.Known[dispatch]);
        Assert.Equal([outcome], _host.Outcomes);
    }

    [Fact]
    public async Task Post_AccountWithAKeyOnly_TakesTheReasonFromTwilioToo()
    {
        var key = _account.AddKey(["/twilio/messaging/messages/create", "/twilio/messaging/messages/read"]);
        var (dispatch, message) = await _host.SendAsync(_twilio, _account.Credential(key));
        (message.Status, message.ErrorCode) = ("undelivered", 30006);

        Assert.Equal(204, await _twilio.ReportAsync(message, "undelivered", 30450, token: "whatever"));
        Assert.Equal(new StatusReport(dispatch, message.Sid, SmsStatus.Undelivered, 30006), _host.Callbacks.Known[dispatch]);
    }

    [Fact]
    public async Task Post_KeyThatMayNotRead_AppliesNothing()
    {
        var key = _account.AddKey(["/twilio/messaging/messages/create"]);
        var (_, message) = await _host.SendAsync(_twilio, _account.Credential(key));

        Assert.Equal(204, await _twilio.ReportAsync(message, "delivered"));
        Assert.Empty(_host.Callbacks.Known);
        Assert.Equal(["unconfirmed"], _host.Outcomes);
    }

    [Fact]
    public async Task Post_WordToCome_IsIgnoredPolitely()
    {
        var (_, message) = await SendAsync();

        Assert.Equal(204, await _twilio.ReportAsync(message, "teleported"));
        Assert.Empty(_host.Callbacks.Known);
    }

    [Fact]
    public async Task Post_BodyTooLarge_IsRefused()
    {
        var (dispatch, _) = await SendAsync();

        var status = await PostAsync(dispatch.ToString(), new StringContent("a=" + new string('x', 20_000), Encoding.ASCII, "application/x-www-form-urlencoded"), "c2ln");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Post_NoForm_IsRefused()
    {
        var (dispatch, _) = await SendAsync();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(dispatch.ToString(), new StringContent("{}", Encoding.UTF8, "application/json"), "c2ln"));
    }

    [Fact]
    public async Task Post_BehindAProxy_IsCheckedAgainstThePublicAddress()
    {
        await using var proxied = await CallbackHost.StartAsync(_twilio, _ => new Uri("https://clinic.example.test/book"));
        var dispatch = Guid.NewGuid();
        proxied.Callbacks.Owners[dispatch] = new CallbackOwner(Core.Tenancy.OrgId.New(), ["token"], null);
        var form = new Dictionary<string, string> { ["MessageSid"] = "SM00000000000000000000000000000001", ["MessageStatus"] = "sent" };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(proxied.Address, $"{StatusCallbackAddress.Path}/{dispatch}")) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Sign($"https://clinic.example.test/book{StatusCallbackAddress.Path}/{dispatch}", form, "token"));

        using var client = new HttpClient();
        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private Task<(Guid Dispatch, StandInMessage Message)> SendAsync() => _host.SendAsync(_twilio, _account.Credential(), _account.Token);

    private async Task<HttpStatusCode> PostAsync(string dispatch, HttpContent content, string? signature)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, $"{StatusCallbackAddress.Path}/{dispatch}")) { Content = content };
        if (signature is not null)
            request.Headers.Add(TwilioSignature.Header, signature);
        using var response = await client.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
