namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>How to sign in to one account.</summary>
/// <param name="AccountSid">AC…; whose account it is, whatever signs in.</param>
/// <param name="User">The account's SID, or an API key's.</param>
/// <param name="Secret">The auth token, or the key's secret.</param>
public sealed record TwilioLogin(string AccountSid, string User, string Secret)
{
    /// <summary>With the account's own token, primary or secondary.</summary>
    public static TwilioLogin WithToken(string accountSid, string authToken) => new(accountSid, accountSid, authToken);

    public static TwilioLogin Of(TwilioCredential credential) => new(credential.AccountSid, credential.User, credential.Secret);

    /// <summary>An API key may see less than the account's token.</summary>
    public bool IsApiKey => User.StartsWith("SK", StringComparison.Ordinal);

    public override string ToString() => $"TwilioLogin {AccountSid}";
}
