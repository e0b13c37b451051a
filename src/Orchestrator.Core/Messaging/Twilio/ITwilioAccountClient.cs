namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// What rotation asks of a Twilio account. Every request goes out once; only reads are repeated, once. Tokens need the account's
/// own token as the login, keys that or a Main key.
/// </summary>
public interface ITwilioAccountClient
{
    /// <summary>Signs in and looks. A Standard or Restricted key is refused here (401 or 403) though it is good for texts.</summary>
    Task<Result<TwilioAccountState, TwilioFailure>> GetAccountAsync(TwilioLogin login, CancellationToken ct);

    /// <summary>Makes the second token; both are good until one is promoted or deleted. It cannot be read again.</summary>
    Task<Result<TwilioSecret, TwilioFailure>> CreateSecondaryTokenAsync(TwilioLogin login, CancellationToken ct);

    /// <summary>Makes the second token the primary one, which alone signs callbacks; the old one stops working at once.</summary>
    Task<Result<TwilioSecret, TwilioFailure>> PromoteSecondaryTokenAsync(TwilioLogin login, CancellationToken ct);

    /// <summary>Null when there is no second token any more, also when there was none.</summary>
    Task<TwilioFailure?> DeleteSecondaryTokenAsync(TwilioLogin login, CancellationToken ct);

    /// <param name="login">Whose account.</param>
    /// <param name="friendlyName">At most 64 characters; how a key whose answer was lost is found again.</param>
    /// <param name="allow">The permissions of a Restricted key, such as <c>/twilio/messaging/messages/create</c>, at most 100; null makes a Standard one.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<Result<TwilioKey, TwilioFailure>> CreateKeyAsync(TwilioLogin login, string friendlyName, IReadOnlyList<string>? allow, CancellationToken ct);

    /// <summary>The SIDs of the keys of that name.</summary>
    Task<Result<string[], TwilioFailure>> FindKeysAsync(TwilioLogin login, string friendlyName, CancellationToken ct);

    /// <summary>Null when the key is gone, also when it was gone before.</summary>
    Task<TwilioFailure?> DeleteKeyAsync(TwilioLogin login, string keySid, CancellationToken ct);
}
