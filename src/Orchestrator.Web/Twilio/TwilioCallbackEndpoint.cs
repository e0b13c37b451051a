using Microsoft.Extensions.Options;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;
using Orchestrator.Web.Hosting.Settings;

namespace Orchestrator.Web.Twilio;

/// <summary>
/// Twilio's reports about texts. Without a signature nothing is looked at; the dispatch's id, which nobody can guess, tells
/// whose token must have signed.
/// </summary>
internal sealed partial class TwilioCallbackEndpoint(
    IStatusCallbacks callbacks,
    ISmsRecords records,
    OrchestratorMetrics metrics,
    IOptions<PublicAddressOptions> address,
    ILogger<TwilioCallbackEndpoint> logger)
{
    private readonly string? _publicBase = address.Value.PublicBaseUrl?.AbsoluteUri.TrimEnd('/');

    public async Task HandleAsync(HttpContext http)
    {
        var (status, outcome) = await AnswerAsync(http);
        metrics.StatusCallback(outcome);
        if (status != StatusCodes.Status204NoContent)
            Log.TurnedAway(logger, outcome, status);
        http.Response.StatusCode = status;
    }

    private async Task<(int Status, string Outcome)> AnswerAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (http.Request.Headers[TwilioSignature.Header] is not [{ Length: > 0 } signature])
            return (StatusCodes.Status403Forbidden, "unsigned");
        if (!Guid.TryParse(http.Request.RouteValues["dispatchId"] as string, out var dispatchId)
            || await callbacks.FindTokensAsync(dispatchId, ct) is not { } owner)
            return (StatusCodes.Status404NotFound, "unknown_dispatch");

        var (form, refusal) = await CallbackForm.ReadAsync(http.Request, ct);
        if (form is null)
            return (refusal, "unreadable");
        if (owner.AuthTokens.Count > 0 && !TwilioSignature.IsValid(signature, SignedAddress(http.Request), form, owner.AuthTokens))
            return (StatusCodes.Status403Forbidden, "bad_signature");
        // Nobody could have signed it, and nobody can be asked: a text of the sandbox, or of an account that was revoked.
        if (owner is { AuthTokens.Count: 0, Credential: null })
            return (StatusCodes.Status403Forbidden, "unverifiable");
        if (TwilioStatusCallback.Read(dispatchId, form) is not { } report)
            return (StatusCodes.Status204NoContent, "ignored");
        if (owner.AuthTokens.Count == 0)
        {
            if (await ConfirmAsync(owner, report, ct) is not { } confirmed)
                return (StatusCodes.Status204NoContent, "unconfirmed");
            report = confirmed;
        }

        return await callbacks.ApplyAsync(owner, report, ct) switch
        {
            ReportOutcome.Applied => (StatusCodes.Status204NoContent, "applied"),
            ReportOutcome.Known => (StatusCodes.Status204NoContent, "known"),
            ReportOutcome.Foreign => (StatusCodes.Status403Forbidden, "foreign_message"),
            ReportOutcome.Gone => (StatusCodes.Status404NotFound, "unknown_dispatch"),
        };
    }

    /// <summary>An API key's secret signs nothing, so whoever has only that believes no report and asks Twilio.</summary>
    private async Task<StatusReport?> ConfirmAsync(CallbackOwner owner, StatusReport report, CancellationToken ct)
    {
        if (owner.Credential is null || await records.GetAsync(owner.Credential, report.MessageId, ct) is not { } record)
            return null;
        return report with { Status = record.Status, ErrorCode = record.ErrorCode };
    }

    /// <summary>
    /// The address as Twilio was told it. A proxy in front may have changed scheme, host and path prefix; only an installation
    /// that was told no public address takes what arrived.
    /// </summary>
    private string SignedAddress(HttpRequest request) =>
        (_publicBase ?? $"{request.Scheme}://{request.Host}{request.PathBase}") + request.Path.ToUriComponent() + request.QueryString.Value;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A status callback was turned away: {Outcome}, HTTP {HttpStatus}.")]
        public static partial void TurnedAway(ILogger logger, string outcome, int httpStatus);
    }
}
