using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi;
using Orchestrator.Web.Vapi.Tools;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

/// <summary>The webhook alone on a real Kestrel, over fakes of everything behind it.</summary>
internal sealed class VapiHost : IAsyncDisposable
{
    private WebApplication? _app;

    private VapiHost()
    {
    }

    public FakeVoiceCredentials Credentials { get; } = new();

    public FakeCallEvents Calls { get; } = new();

    public FakeVapiMetrics Metrics { get; } = new();

    public LogLines Log { get; } = new();

    public FakeTool Tool { get; } = new("check_availability");

    public FakeTool Claim { get; } = new("claim_slot");

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public static async Task<VapiHost> StartAsync(TimeProvider? time = null, Action<VapiOptions>? configure = null)
    {
        var host = new VapiHost();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(host.Log);
        builder.Services
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton<IVoiceCredentials>(host.Credentials)
            .AddSingleton<ICallEvents>(host.Calls)
            .AddSingleton<ICallRouting>(host.Calls)
            .AddSingleton<IToolCallJournal>(host.Calls)
            .AddSingleton<IVapiMetrics>(host.Metrics)
            .AddSingleton<IVoiceTool>(host.Tool)
            .AddSingleton<IVoiceTool>(host.Claim)
            .AddVapi();
        if (configure is not null)
            builder.Services.Configure(configure);

        host._app = builder.Build();
        host._app.MapVapi();
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        var address = host._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        host.Client = new HttpClient { BaseAddress = new Uri(address) };
        return host;
    }

    /// <summary>Posts as clinic A with its secret.</summary>
    public Task<VapiAnswer> PostAsync(string body) => PostAsync(body, ("X-Vapi-Secret", FakeVoiceCredentials.SecretA));

    public Task<VapiAnswer> PostAsync(string body, params (string Name, string Value)[] headers) => PostAsync(Encoding.UTF8.GetBytes(body), headers);

    public Task<VapiAnswer> PostAsync(byte[] body, params (string Name, string Value)[] headers) => PostAsync(new ByteArrayContent(body), headers);

    public async Task<VapiAnswer> PostAsync(HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, VapiRegistration.Path) { Content = content };
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new VapiAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }
}
