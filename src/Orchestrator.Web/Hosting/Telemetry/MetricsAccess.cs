using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Orchestrator.Web.Hosting.Telemetry;

/// <summary>Lets this machine, or who has the token, read the metrics.</summary>
internal sealed class MetricsAccess(IOptions<MetricsOptions> options)
{
    private const string Scheme = "Bearer ";

    public bool Allows(HttpContext http) => IsThisMachine(http) || HasToken(http.Request);

    // A proxy on this machine also comes from loopback, on behalf of anyone.
    private static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && !http.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            // What a proxy said and was believed.
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
            || name.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
            || name.Equals(HeaderNames.Via, StringComparison.OrdinalIgnoreCase));

    private bool HasToken(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        return options.Value.Token is { Length: > 0 } token
            && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(token));
    }
}
