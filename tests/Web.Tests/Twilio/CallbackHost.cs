using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;
using Orchestrator.Web.Hosting.Settings;
using Orchestrator.Web.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>The callback endpoint alone on a real Kestrel, sending through a stand-in that calls back to it.</summary>
internal sealed class CallbackHost : IAsyncDisposable
{
    private readonly MeterListener _meters = new();
    private WebApplication _app = null!;

    public MemoryStatusCallbacks Callbacks { get; } = new();

    public ConcurrentQueue<string> Outcomes { get; } = new();

    public Uri Address { get; } = TwilioBench.NobodyListens();

    public ISmsGateway Gateway => _app.Services.GetRequiredService<ISmsGateway>();

    public static async Task<CallbackHost> StartAsync(TwilioStandIn twilio, Func<Uri, Uri?>? publicBase = null)
    {
        var host = new CallbackHost();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(host.Address.AbsoluteUri);
        builder.Logging.ClearProviders();
        builder.Services.Configure<PublicAddressOptions>(options => options.PublicBaseUrl = publicBase is null ? host.Address : publicBase(host.Address));
        builder.Services.Configure<TwilioOptions>(options => options.ApiBaseUrl = options.AccountsBaseUrl = options.IamBaseUrl = twilio.Address);
        builder.Services.AddSingleton<IStatusCallbacks>(host.Callbacks).AddSmsGateways().AddTwilioCallbacks();
        host._app = builder.Build();
        host._app.MapTwilioCallbacks();
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        var meters = host._app.Services.GetRequiredService<IMeterFactory>();
        host._meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "orchestrator.status_callbacks" && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        host._meters.SetMeasurementEventCallback<long>((_, _, tags, _) => host.Outcomes.Enqueue((string)tags[0].Value!));
        host._meters.Start();
        return host;
    }

    /// <summary>Sends a text whose callbacks come here.</summary>
    public async Task<(Guid Dispatch, StandInMessage Message)> SendAsync(TwilioStandIn twilio, TwilioCredential credential, params string[] tokens)
    {
        var text = TwilioBench.Text();
        Callbacks.Owners[text.DispatchId] = new CallbackOwner(Core.Tenancy.OrgId.New(), tokens, credential);
        Assert.IsType<SmsSendResult.Accepted>(await Gateway.SendAsync(credential, text, TestContext.Current.CancellationToken));
        return (text.DispatchId, twilio.Messages.Last());
    }

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        await _app.DisposeAsync();
    }
}
