using System.Net;
using Microsoft.Extensions.Options;
using global::Twilio.Clients;
using global::Twilio.Exceptions;
using global::Twilio.Http;
using global::Twilio.Rest.Api.V2010.Account;
using global::Twilio.Types;

namespace Orchestrator.Core.Messaging.Twilio.Sdk;

/// <summary>
/// Twilio through its own package; compiled only with <c>-p:UseTwilioSdk=true</c>, see
/// docs/adr/0008-http-is-the-default-twilio-adapter.md. Budget, repeat, breaker and verdict are those of the HTTP adapter.
/// </summary>
internal sealed class SdkTwilioGateway(
    TwilioTransport transport, TwilioSender sender, TwilioCalls calls, SenderProbe probe, StatusCallbackAddress callbacks, IOptions<TwilioOptions> options) : ITwilioGateway, IDisposable
{
    private readonly System.Net.Http.HttpClient _http = new(new RebasingHandler(transport.Client, options.Value.ApiBaseUrl)) { Timeout = options.Value.SendTimeout };

    public Task<SmsSendResult> SendAsync(SmsCredential credential, SmsMessage message, CancellationToken ct)
    {
        var twilio = (TwilioCredential)credential;
        return sender.SendAsync(
            twilio,
            message.DispatchId,
            (minimizes, token) => message.Kind == SmsKind.SpokenCode ? calls.PostAsync(twilio, message, token) : CreateAsync(twilio, message, minimizes, token),
            ct);
    }

    public async Task<SmsStatus?> GetStatusAsync(SmsCredential credential, string messageId, CancellationToken ct)
    {
        var twilio = (TwilioCredential)credential;
        if (!TwilioSid.IsMessage(messageId))
            return null;
        try
        {
            var fetch = new FetchMessageOptions(messageId) { PathAccountSid = twilio.AccountSid };
            var message = await MessageResource.FetchAsync(fetch, Client(twilio, new SystemNetHttpClient(_http))).WaitAsync(ct);
            return TwilioStatusWord.Read(message.Status?.ToString());
        }
        catch (Exception e) when (e is TwilioException or OperationCanceledException)
        {
            return null;
        }
    }

    public Task<CredentialProbe> ProbeAsync(SmsCredential credential, SenderRef from, CancellationToken ct) =>
        probe.ProbeAsync(TwilioLogin.Of((TwilioCredential)credential), from, ct);

    public void Dispose() => _http.Dispose();

    private async Task<SendAttempt> CreateAsync(TwilioCredential credential, SmsMessage message, bool minimizesRetention, CancellationToken ct)
    {
        // One per request, because it remembers the last answer.
        var http = new SystemNetHttpClient(_http);
        var create = new CreateMessageOptions(new PhoneNumber(message.To.E164))
        {
            PathAccountSid = credential.AccountSid,
            Body = message.Body,
            MessagingServiceSid = credential.Sender.MessagingServiceSid,
            From = credential.Sender.MessagingServiceSid is null ? new PhoneNumber(credential.Sender.From) : null,
            ValidityPeriod = MessageForm.ValiditySeconds(message),
            SmartEncoded = true,
            RiskCheck = MessageResource.RiskCheckEnum.Enable,
            Attempt = message.Attempt,
            StatusCallback = callbacks.For(message.DispatchId),
            ContentRetention = minimizesRetention ? MessageResource.ContentRetentionEnum.Discard : null,
            AddressRetention = minimizesRetention ? MessageResource.AddressRetentionEnum.Obfuscate : null,
        };
        try
        {
            // The package takes no token: the request goes on behind an ended wait, which is why that is "lost".
            var created = await MessageResource.CreateAsync(create, Client(credential, http)).WaitAsync(ct);
            return new SendAttempt.Answered(
                Status(http) ?? 201, null, null, created.Sid, created.Status?.ToString(), int.TryParse(created.NumSegments, out var segments) ? segments : null);
        }
        catch (ApiConnectionException e)
        {
            return e.InnerException is HttpRequestException failure && TwilioTransport.Classify(failure) is TwilioReply.NotConnected unsent
                ? new SendAttempt.NotConnected(unsent.Reason)
                : new SendAttempt.Lost("no answer");
        }
        catch (Exception e) when (e is TwilioException or OperationCanceledException && Status(http) is null)
        {
            return new SendAttempt.Lost("no answer in time");
        }
        catch (Exception e) when (Status(http) is not null)
        {
            // Also what the package throws for a good status with an unreadable body: its status decides.
            var code = e is ApiException { Code: > 0 } classic ? classic.Code : e is ApiStandardException { Code: > 0 } standard ? standard.Code : (int?)null;
            return new SendAttempt.Answered(Status(http)!.Value, code, null, null, null, null);
        }
    }

    private static TwilioRestClient Client(TwilioCredential credential, SystemNetHttpClient http) =>
        new(credential.User, credential.Secret, credential.AccountSid, httpClient: http);

    private static int? Status(SystemNetHttpClient http) => http.LastResponse is { } last && last.StatusCode != default(HttpStatusCode) ? (int)last.StatusCode : null;
}
