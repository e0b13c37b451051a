using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting;

public sealed class HostHttpTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_EverythingWorks_IsOk(string path)
    {
        using var answer = await host.Http.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"ok","failing":[]}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Metrics_FromThisMachine_AreGiven()
    {
        using var answer = await host.Http.GetAsync("/metrics", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("target_info", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong-token-of-somebody", HttpStatusCode.Unauthorized)]
    [InlineData(TestHost.MetricsToken, HttpStatusCode.OK)]
    public async Task Metrics_ForwardedByAProxyOnThisMachine_NeedTheToken(string? token, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.7" } } };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        using var answer = await host.Http.SendAsync(request, Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_AnyPath_CarriesSecurityHeadersAndNoServerName()
    {
        using var answer = await host.Http.GetAsync("/no/such/page", Ct);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
