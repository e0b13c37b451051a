using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>
/// Twilio as far as we use it, on a real Kestrel: it remembers accounts, tokens, keys and texts, misbehaves on demand, and
/// counts what arrives for each dispatch. Its answers are certified against the official specification where that is at hand.
/// </summary>
internal sealed class TwilioStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _callbacks = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _posts;

    private TwilioStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        new StandInMessages(this).Map(_app);
        new StandInCalls(this).Map(_app);
        new StandInAccounts(this).Map(_app);
    }

    public Uri Address { get; private set; } = null!;

    public ConcurrentDictionary<string, StandInAccount> Accounts { get; } = new();

    public ConcurrentQueue<StandInMessage> Messages { get; } = new();

    /// <summary>Requests to create a message that arrived, per dispatch; those without a readable body count under the empty id.</summary>
    public ConcurrentDictionary<Guid, int> Posts { get; } = new();

    /// <summary>Time spent here on requests to create a message.</summary>
    public ConcurrentQueue<TimeSpan> Durations { get; } = new();

    public int PostCount => _posts;

    public Func<StandInPost, StandInReaction> React { get; set; } = _ => StandInReaction.Normal;

    /// <summary>Called when a text was taken and before that is answered.</summary>
    public Func<StandInMessage, Task>? Taken { get; set; }

    /// <summary>Calls that were asked for.</summary>
    public ConcurrentQueue<StandInMessage> Calls { get; } = new();

    public CancellationToken Stopping => _stopping.Token;

    public static async Task<TwilioStandIn> StartAsync()
    {
        var standIn = new TwilioStandIn();
        await standIn._app.StartAsync(TestContext.Current.CancellationToken);
        standIn.Address = new Uri(standIn._app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        return standIn;
    }

    public StandInAccount AddAccount()
    {
        var account = new StandInAccount($"AC{Guid.NewGuid():N}");
        Accounts[account.Sid] = account;
        return account;
    }

    public StandInPost Arrived(StandInAccount account) => new(Interlocked.Increment(ref _posts), account);

    public int ProcessedFor(Guid dispatchId) => Messages.Count(message => message.StatusCallback?.EndsWith(dispatchId.ToString(), StringComparison.Ordinal) == true);

    public Task<int> ReportCallAsync(StandInMessage call, string word) => PostAsync(
        call.StatusCallback!,
        new Dictionary<string, string>
        {
            ["AccountSid"] = call.Account.Sid,
            ["CallSid"] = call.Sid,
            ["CallStatus"] = word,
            ["Direction"] = "outbound-api",
            ["From"] = call.Form["From"],
            ["To"] = call.Form["To"],
        },
        call.Account.Token);

    /// <summary>Reports as Twilio does; the message moves only when told so, reports may lie about it.</summary>
    public async Task<int> ReportAsync(StandInMessage message, string word, int? errorCode = null, string? token = null, string? url = null)
    {
        var form = new Dictionary<string, string>
        {
            ["AccountSid"] = message.Account.Sid,
            ["ApiVersion"] = "2010-04-01",
            ["From"] = message.Form.GetValueOrDefault("From") ?? StandInAccount.DefaultNumber,
            ["To"] = message.Form["To"],
            ["MessageSid"] = message.Sid,
            ["SmsSid"] = message.Sid,
            ["MessageStatus"] = word,
            ["SmsStatus"] = word,
        };
        if (errorCode is { } code)
            form["ErrorCode"] = $"{code}";
        url ??= message.StatusCallback ?? throw new InvalidOperationException("The message has no callback address.");
        return await PostAsync(url, form, token ?? message.Account.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _callbacks.Dispose();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task<int> PostAsync(string url, Dictionary<string, string> form, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Sign(url, form, token));
        using var response = await _callbacks.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
