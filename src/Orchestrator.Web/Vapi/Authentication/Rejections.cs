using System.Net;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>Turns callers away: counted, logged without what they presented, with an empty body.</summary>
internal sealed partial class Rejections(StrangerBudget strangers, IVapiMetrics metrics, ILogger<Rejections> logger)
{
    public void Reject(HttpContext http, RejectionReason reason)
    {
        metrics.Rejected(reason);
        var address = http.Connection.RemoteIpAddress;
        if (reason is RejectionReason.ForeignNumber or RejectionReason.ForeignAssistant)
        {
            // Who sent this has proven an organization, so it does not count against the address.
            Log.Rejected(logger, address, reason);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (strangers.TrySpend(address))
        {
            Log.Rejected(logger, address, reason);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // Not logged: the lines before it say who, and a flood must not become one of the log.
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = "60";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A webhook request from {RemoteAddress} was rejected: {Reason}.")]
        public static partial void Rejected(ILogger logger, IPAddress? remoteAddress, RejectionReason reason);
    }
}
