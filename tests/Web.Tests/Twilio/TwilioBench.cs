using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Orchestrator.Web.Tests.Vapi;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>The messaging services as the host composes them, pointed at a stand-in.</summary>
internal sealed class TwilioBench : IDisposable
{
    private readonly ServiceProvider _services;

    public TwilioBench(Uri address, Action<TwilioOptions>? configure = null, Action<IServiceCollection>? adapter = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log)).AddMetrics().AddSingleton(TimeProvider.System).AddSmsGateways();
        services.AddSingleton(provider => new StatusCallbackAddress(new Uri("http://127.0.0.1:1"), provider.GetRequiredService<IOptions<TwilioOptions>>().Value));
        services.Configure<TwilioOptions>(options =>
        {
            options.ApiBaseUrl = options.AccountsBaseUrl = options.IamBaseUrl = address;
            options.ConnectTimeout = TimeSpan.FromMilliseconds(500);
            options.SendTimeout = TimeSpan.FromSeconds(8);
            options.RepeatDelay = TimeSpan.FromMilliseconds(10);
        });
        if (configure is not null)
            services.Configure(configure);
        adapter?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public LogLines Log { get; } = new();

    public ISmsGateway Gateway => _services.GetRequiredService<ISmsGateway>();

    public ITwilioAccountClient Accounts => _services.GetRequiredService<ITwilioAccountClient>();

    public ISmsRecords Records => _services.GetRequiredService<ISmsRecords>();

    public SandboxInbox Sandbox => _services.GetRequiredService<SandboxInbox>();

    public static SmsMessage Text(TimeSpan? validity = null) => new(
        SmsKind.Code,
        PhoneNumber.TryParseE164("+12025550166", out var to) ? to : throw new InvalidOperationException("Not a number."),
        "Harborview: 424242 is your booking code. It works until 10:05.",
        Guid.NewGuid(),
        validity ?? TimeSpan.FromMinutes(5),
        1);

    /// <summary>An address where nobody listens.</summary>
    public static Uri NobodyListens() => new($"http://127.0.0.1:{LoopbackPort.ChooseFree()}");

    public void Dispose() => _services.Dispose();
}
