namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// Section <c>Twilio</c>: where Twilio answers and how long it may take. Other addresses are for tests and regions
/// (<c>https://api.{edge}.{region}.twilio.com</c>). Credentials belong to organizations, not here.
/// </summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary>Messages, accounts and numbers.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>Auth-token rotation.</summary>
    public Uri AccountsBaseUrl { get; set; } = new("https://accounts.twilio.com");

    /// <summary>API keys.</summary>
    public Uri IamBaseUrl { get; set; } = new("https://iam.twilio.com");

    /// <summary>For one connection to be made.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>For one send with its repeat, or one other request, from first to last byte.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Before a send that was provably not processed is repeated, where Twilio names no other wait.</summary>
    public TimeSpan RepeatDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Asks Twilio to keep neither the text nor the number (<c>ContentRetention</c>, <c>AddressRetention</c>). Only accounts
    /// with Message Redaction may; others refuse the first text, which is then repeated without.
    /// </summary>
    public bool MinimizeRetention { get; set; }

    /// <summary>What is wrong, one sentence per fault, each naming its key; empty when all is well.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (key, address) in new[]
        {
            (nameof(ApiBaseUrl), ApiBaseUrl), (nameof(AccountsBaseUrl), AccountsBaseUrl), (nameof(IamBaseUrl), IamBaseUrl),
        })
        {
            if (!IsAddress(address))
                yield return $"{Section}:{key} must be an absolute https address without query or user name; http is for loopback only.";
        }

        if (ConnectTimeout < TimeSpan.FromMilliseconds(10) || ConnectTimeout > TimeSpan.FromSeconds(10))
            yield return $"{Section}:{nameof(ConnectTimeout)} must be 10 ms to 10 s.";
        // CodeSender follows a request for 11 s, and the sweep takes an older one for lost.
        if (SendTimeout < ConnectTimeout || SendTimeout > TimeSpan.FromSeconds(10))
            yield return $"{Section}:{nameof(SendTimeout)} must be {nameof(ConnectTimeout)} to 10 s.";
        if (RepeatDelay < TimeSpan.Zero || RepeatDelay > TimeSpan.FromSeconds(1))
            yield return $"{Section}:{nameof(RepeatDelay)} must be 0 to 1 s.";
    }

    // Basic authentication in the clear would give the account away.
    private static bool IsAddress(Uri? address) => address is { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
