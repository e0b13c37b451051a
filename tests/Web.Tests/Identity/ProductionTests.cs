using System.Net;
using System.Text.RegularExpressions;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

/// <summary>The delivered host outside Development, over HTTP.</summary>
public sealed partial class ProductionTests : IClassFixture<ProductionHost>, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ProductionHost _host;

    public ProductionTests(ProductionHost host)
    {
        _host = host;
        _client.BaseAddress = host.Address;
        _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paths_OfStrangers_AnswerAsPromised()
    {
        (string Path, HttpStatusCode Status)[] promises =
        [
            ("/health/live", HttpStatusCode.OK), ("/health/ready", HttpStatusCode.OK), ("/dev/sms", HttpStatusCode.NotFound), ("/api/v1/none", HttpStatusCode.NotFound),
            ("/harborview/today", HttpStatusCode.Redirect), ("/no/such/page", HttpStatusCode.Redirect), ("/_blazor/negotiate", HttpStatusCode.Unauthorized),
            ("/account/sign-in", HttpStatusCode.OK), ("/portal.css", HttpStatusCode.OK),
        ];

        foreach (var (path, status) in promises)
        {
            using var answer = await _client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal((path, status), (path, answer.StatusCode));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
        using var hook = await _client.PostAsync(new Uri("/api/vapi/webhook", UriKind.Relative), new StringContent("{}"), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, hook.StatusCode);
        Assert.Empty(await hook.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Page_OverPlainHttp_SaysWhatIsMissing()
    {
        using var plain = new HttpClient { BaseAddress = _host.Address };

        using var page = await plain.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Ct);
        using var probe = await plain.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("X-Forwarded-Proto", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Redirect_BehindAProxyThatEndsTls_StaysOnHttps()
    {
        using var answer = await _client.GetAsync(new Uri("/harborview/today", UriKind.Relative), Ct);

        Assert.Equal("https", answer.Headers.Location?.Scheme);
    }

    [Fact]
    public async Task Metrics_ThroughAProxyOnThisMachine_NeedTheToken()
    {
        using var answer = await _client.GetAsync(new Uri("/metrics", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithTheDevelopmentPassword_IsRefused()
    {
        var (status, cookies) = await SignInAsync(DevelopmentSignIns.EmailOf(Core.Tenancy.StaffRole.Manager, "harborview"), DevelopmentSignIns.Password);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain(cookies, cookie => cookie.StartsWith("__Host-orchestrator=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_WithAPasswordOfOnesOwn_SetsACookieForThisHostOnly()
    {
        await _host.Portal.Get<AccountStore>().CreateAsync("ivy@people.example", "Ivy", "nine yellow ladders", Ct);

        var (status, cookies) = await SignInAsync("ivy@people.example", "nine yellow ladders");

        Assert.Equal(HttpStatusCode.Redirect, status);
        var cookie = Assert.Single(cookies, cookie => cookie.StartsWith("__Host-orchestrator=", StringComparison.Ordinal));
        Assert.All((string[])["secure", "httponly", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefusedWithAPage()
    {
        using var answer = await _client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), new FormUrlEncodedContent([new("_handler", "sign-in")]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("open for too long", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circuit_AskedForByAForeignPage_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate") { Headers = { { "Origin", "https://elsewhere.example" } } };

        using var answer = await _client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(HttpStatusCode Status, IReadOnlyList<string> Cookies)> SignInAsync(string email, string password)
    {
        using var page = await _client.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Ct);
        var cookies = page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        var token = Token().Match(await page.Content.ReadAsStringAsync(Ct)).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Headers = { { "Cookie", string.Join("; ", cookies) } },
            Content = new FormUrlEncodedContent(
                [new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Input.Email", email), new("Input.Password", password)]),
        };
        using var answer = await _client.SendAsync(request, Ct);
        return (answer.StatusCode, answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : []);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
