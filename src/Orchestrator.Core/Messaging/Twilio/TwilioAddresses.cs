using Microsoft.Extensions.Options;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>The addresses of the operations we use.</summary>
internal sealed class TwilioAddresses(IOptions<TwilioOptions> options)
{
    private readonly string _api = Trim(options.Value.ApiBaseUrl);
    private readonly string _accounts = Trim(options.Value.AccountsBaseUrl);
    private readonly string _iam = Trim(options.Value.IamBaseUrl);

    public Uri SecondaryToken => new($"{_accounts}/v1/AuthTokens/Secondary");

    public Uri PromoteToken => new($"{_accounts}/v1/AuthTokens/Promote");

    public Uri Keys => new($"{_iam}/v1/Keys");

    public Uri Messages(string accountSid) => new($"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/Messages.json");

    public Uri Message(string accountSid, string messageSid) =>
        new($"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/Messages/{Uri.EscapeDataString(messageSid)}.json");

    /// <summary>The newest messages to a number, whatever day they are of.</summary>
    public Uri MessagesTo(string accountSid, string to) =>
        new($"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/Messages.json?To={Uri.EscapeDataString(to)}&PageSize=20");

    public Uri Calls(string accountSid) => new($"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/Calls.json");

    public Uri Call(string accountSid, string callSid) =>
        new($"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/Calls/{Uri.EscapeDataString(callSid)}.json");

    public Uri Account(string accountSid) => new($"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}.json");

    public Uri Numbers(string accountSid, string? like) => new(
        $"{_api}/2010-04-01/Accounts/{Uri.EscapeDataString(accountSid)}/IncomingPhoneNumbers.json?PageSize=50"
        + (like is null ? "" : $"&PhoneNumber={Uri.EscapeDataString(like)}"));

    /// <summary>The next page, which Twilio names relative to its host; none where it names another host.</summary>
    public Uri? NextNumbers(string? nextPage) => nextPage is ['/', not '/', ..] ? new Uri(_api + nextPage) : null;

    public Uri Key(string keySid) => new($"{_iam}/v1/Keys/{Uri.EscapeDataString(keySid)}");

    public Uri KeysOf(string accountSid) => new($"{_iam}/v1/Keys?AccountSid={Uri.EscapeDataString(accountSid)}&PageSize=100");

    /// <summary>The next page, which this product names in full; none where it is on another host than ours.</summary>
    public Uri? NextKeys(string? nextPage) =>
        Uri.TryCreate(nextPage, UriKind.Absolute, out var next) && nextPage.StartsWith(_iam + "/", StringComparison.Ordinal) ? next : null;

    private static string Trim(Uri address) => address.AbsoluteUri.TrimEnd('/');
}
