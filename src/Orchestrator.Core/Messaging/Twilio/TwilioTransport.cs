using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// One request, one reply; nothing here repeats, redirects or remembers. Its own <see cref="SocketsHttpHandler"/> and not
/// <c>IHttpClientFactory</c>: defaults that a host sets for every factory client (the standard resilience handler repeats
/// a POST up to four times) must never reach a request that costs a text. Connections are renewed, so DNS changes are seen.
/// </summary>
internal sealed class TwilioTransport : IDisposable
{
    // A page of fifty numbers is about 60 KB; an error page of a proxy is less.
    private const int MostBytes = 512 * 1024;

    private readonly TimeProvider _time;

    public TwilioTransport(IOptions<TwilioOptions> options, TimeProvider time)
    {
        _time = time;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.Value.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            AllowAutoRedirect = false,
            UseCookies = false,
            // No ids of ours in somebody else's logs.
            ActivityHeadersPropagator = null,
        };
        Client = new HttpClient(handler) { Timeout = options.Value.SendTimeout };
    }

    public HttpClient Client { get; }

    /// <param name="form">Sent as the body where given.</param>
    /// <param name="ct">Ends the waiting; what was sent by then may still be processed.</param>
    public async Task<TwilioReply> AskAsync(
        HttpMethod method, Uri address, TwilioLogin login, IEnumerable<KeyValuePair<string, string>>? form, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{login.Secret}")));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("Orchestrator");
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);

        // The client's own timeout ends with the headers; this one covers the body too.
        using var budget = new CancellationTokenSource(Client.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, budget.Token);
        try
        {
            using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new TwilioReply.Answered((int)response.StatusCode, await ReadAsync(response, either.Token), RetryAfter(response));
        }
        catch (HttpRequestException failure)
        {
            return Classify(failure);
        }
        catch (OperationCanceledException)
        {
            // A connection that takes too long looks the same (measured), so it may not be told apart as "never sent".
            return new TwilioReply.Lost("no answer in time");
        }
    }

    /// <summary>A GET, which changes nothing and is therefore repeated once where it failed.</summary>
    public async Task<TwilioReply> ReadAsync(Uri address, TwilioLogin login, CancellationToken ct)
    {
        using var budget = new CancellationTokenSource(Client.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, budget.Token);
        var reply = await AskAsync(HttpMethod.Get, address, login, null, either.Token);
        return reply is TwilioReply.Answered { Status: < 500, Body: not null } || either.IsCancellationRequested
            ? reply
            : await AskAsync(HttpMethod.Get, address, login, null, either.Token);
    }

    public void Dispose() => Client.Dispose();

    /// <summary>Provably unsent is only what failed while the connection was being made.</summary>
    public static TwilioReply Classify(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new TwilioReply.NotConnected("the name could not be resolved"),
        HttpRequestError.ConnectionError => new TwilioReply.NotConnected("no connection"),
        HttpRequestError.SecureConnectionError => new TwilioReply.NotConnected("no secure connection"),
        HttpRequestError.ProxyTunnelError => new TwilioReply.NotConnected("the proxy made no connection"),
        _ => new TwilioReply.Lost("the connection broke"),
    };

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            await using var arriving = await response.Content.ReadAsStreamAsync(ct);
            using var body = new MemoryStream();
            var chunk = new byte[8 * 1024];
            for (var read = await arriving.ReadAsync(chunk, ct); read > 0; read = await arriving.ReadAsync(chunk, ct))
            {
                if (body.Length + read > MostBytes)
                    return null;
                body.Write(chunk, 0, read);
            }

            return body.ToArray();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status line has arrived and still tells what became of the request.
            return null;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
