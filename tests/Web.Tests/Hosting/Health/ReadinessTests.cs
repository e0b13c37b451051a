using System.Net;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Health;

public sealed class ReadinessTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Ready_DatabaseGone_NamesThePartWithoutDetail()
    {
        await _host.StopDatabaseAsync();

        using var ready = await _host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        using var live = await _host.Http.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Matches("""^\{"status":"failing","failing":\["database"(,"schema")?\]\}$""", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
