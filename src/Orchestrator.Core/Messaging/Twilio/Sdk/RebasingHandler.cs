namespace Orchestrator.Core.Messaging.Twilio.Sdk;

/// <summary>The package always asks api.twilio.com; this takes its requests to the configured address, through our client.</summary>
internal sealed class RebasingHandler(HttpClient inner, Uri address) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var moved = new HttpRequestMessage(request.Method, new Uri(address.AbsoluteUri.TrimEnd('/') + request.RequestUri!.PathAndQuery));
        moved.Content = request.Content;
        foreach (var (name, values) in request.Headers)
            moved.Headers.TryAddWithoutValidation(name, values);
        return await inner.SendAsync(moved, HttpCompletionOption.ResponseHeadersRead, ct);
    }
}
