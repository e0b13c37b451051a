using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orchestrator.Web.Hosting.Security;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Security;

public sealed class ReverseProxyTests
{
    private readonly ForwardedHeadersOptions _forwarded = new();

    public ReverseProxyTests() => new ReverseProxyOptions { Addresses = ["192.0.2.7", "10.0.0.0/8"] }.Apply(_forwarded);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("192.0.2.7")]
    [InlineData("::ffff:192.0.2.7")]
    [InlineData("10.20.30.40")]
    public async Task Request_ThroughAKnownProxy_IsTheClients(string proxy)
    {
        var http = await SendAsync(proxy, "198.51.100.4");

        Assert.Equal((IPAddress.Parse("198.51.100.4"), "https"), (http.Connection.RemoteIpAddress, http.Request.Scheme));
    }

    [Fact]
    public async Task Request_OfAStranger_IsHisWhateverItSays()
    {
        var http = await SendAsync("192.0.2.8", "198.51.100.4");

        Assert.Equal((IPAddress.Parse("192.0.2.8"), "http"), (http.Connection.RemoteIpAddress, http.Request.Scheme));
    }

    [Fact]
    public async Task Request_ThatNamesAnotherClientItself_IsTheOneTheProxySaw()
    {
        var http = await SendAsync("192.0.2.7", "127.0.0.1, 198.51.100.4");

        Assert.Equal(IPAddress.Parse("198.51.100.4"), http.Connection.RemoteIpAddress);
    }

    private async Task<HttpContext> SendAsync(string remote, string forwardedFor)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(remote) }, Request = { Scheme = "http" } };
        http.Request.Headers["X-Forwarded-For"] = forwardedFor;
        http.Request.Headers["X-Forwarded-Proto"] = "https";
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(_forwarded)).Invoke(http);
        return http;
    }
}
