using System.Diagnostics;
using Microsoft.AspNetCore.Routing;

namespace Orchestrator.Web.Hosting.Logging;

/// <summary>
/// One line per request: method, route pattern, status and duration. Never the path as sent, the query, headers or the
/// body: each can hold a secret or a patient's data.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        // Before the handler of exceptions forgets it.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        try
        {
            await next(http);
        }
        finally
        {
            Write(http, route, Stopwatch.GetElapsedTime(started));
        }
    }

    private void Write(HttpContext http, string route, TimeSpan elapsed)
    {
        var method = HttpMethods.GetCanonicalizedValue(http.Request.Method);
        Log.Answered(logger, Level(route, http.Response.StatusCode), KnownMethod(method), route, http.Response.StatusCode, elapsed.TotalMilliseconds);
    }

    // Probes and scrapes come every few seconds.
    private static LogLevel Level(string route, int status) =>
        status >= 500 ? LogLevel.Error
        : route.StartsWith("/health", StringComparison.Ordinal) || route == "/metrics" ? LogLevel.Debug
        : LogLevel.Information;

    // The method too is whatever a client sends.
    private static string KnownMethod(string method) =>
        method is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" or "TRACE" or "CONNECT" ? method : "(other)";

    private static partial class Log
    {
        [LoggerMessage(Message = "{Method} {Route} answered {Status} in {ElapsedMs:0.0} ms.")]
        public static partial void Answered(ILogger logger, LogLevel level, string method, string route, int status, double elapsedMs);
    }
}
