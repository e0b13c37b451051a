using NodaTime;
using Orchestrator.Core.Credentials;
using Orchestrator.Web.Components.Shared;

namespace Orchestrator.Web.Components.Pages.Credentials;

/// <summary>Credential versions in plain words.</summary>
public static class CredentialWords
{
    public static StateLook Look(CredentialState state) => state switch
    {
        CredentialState.Draft => new(Tone.Grey, "key", "Draft"),
        CredentialState.Verified => new(Tone.Blue, "check", "Tested"),
        CredentialState.Active => new(Tone.Green, "send", "In use"),
        CredentialState.Retiring => new(Tone.Amber, "hourglass", "Retiring"),
        CredentialState.Revoked => new(Tone.Grey, "lock", "Revoked"),
    };

    public static string Of(CredentialOrigin origin) => origin switch
    {
        CredentialOrigin.Imported => "came with the organization file",
        CredentialOrigin.Pasted => "was pasted",
        CredentialOrigin.CreatedKey => "an API key that we had Twilio make",
        CredentialOrigin.SecondaryToken => "a new auth token that we had Twilio make",
    };

    public static string Of(CredentialRefusal refusal) => refusal.Kind switch
    {
        CredentialRefusalKind.NotFound => "There is no such version any more.",
        CredentialRefusalKind.ChangedMeanwhile => "Somebody else has changed this meanwhile. Look at where it stands now.",
        CredentialRefusalKind.AnotherIsOpen => "Another version is being prepared. Finish or discard that one first.",
        CredentialRefusalKind.BadInput => refusal.Why ?? "Check what you entered.",
        CredentialRefusalKind.NoReason => "Say why, in up to 200 characters: it is kept in the audit trail.",
        CredentialRefusalKind.FailedTest => $"The test failed, so it cannot be used: {refusal.Why}",
        CredentialRefusalKind.ProviderSilent => refusal.Why ?? "Twilio could not be asked just now. Try again in a minute.",
        CredentialRefusalKind.ProviderRefused => refusal.Why ?? "Twilio said no.",
        CredentialRefusalKind.StillNeeded => refusal.Why ?? "It is still needed.",
        CredentialRefusalKind.Unreadable => "This version cannot be opened with the keys of this installation. Ask whoever runs it about the key-encryption keys.",
        CredentialRefusalKind.NothingToStartFrom => "This needs the account's auth token, and the version in use has none. Paste new values instead.",
        CredentialRefusalKind.BadNumber => refusal.Why ?? "That number cannot be texted: check it, and that the clinic texts its country.",
    };

    /// <summary>What signs in with this version.</summary>
    public static string SignsInWith(CredentialView version) => (version.KeySid, version.LastFour, version.TokenLastFour) switch
    {
        (_, "", _) => "Nothing yet",
        ({ } key, var ends, null) => $"API key {key[..6]}…{key[^4..]}, secret ends in {ends}",
        ({ } key, var ends, { } token) => $"API key {key[..6]}…{key[^4..]}, secret ends in {ends}; auth token for callbacks ends in {token}",
        (null, var ends, _) => $"Auth token, ends in {ends}",
    };

    /// <summary>When something becomes possible that is not yet; none while nothing waits for the clock.</summary>
    public static Instant? NextByClock(CredentialStory story)
    {
        var instants = story.Retiring.Select(version => version.FreeAt)
            .Append(story.NeedsPromotion ? story.Active!.ActivatedAt + CredentialSwitch.PromoteAfter : null)
            .OfType<Instant>().Where(at => at > story.Now).ToList();
        return instants.Count == 0 ? null : instants.Min();
    }
}
