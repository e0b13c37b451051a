namespace Orchestrator.Core.Credentials;

public enum CredentialRefusalKind
{
    /// <summary>No such version in this organization.</summary>
    NotFound,

    /// <summary>Somebody else has moved it meanwhile, or it is not in the state for this.</summary>
    ChangedMeanwhile,

    /// <summary>Another version is being prepared; it comes first.</summary>
    AnotherIsOpen,

    /// <summary>What was entered cannot be a credential; the sentence says which field.</summary>
    BadInput,

    /// <summary>No reason was given, or a longer one than is kept.</summary>
    NoReason,

    /// <summary>It failed its test; the sentence is the provider's answer in words.</summary>
    FailedTest,

    /// <summary>The provider could not be asked, or nobody knows what became of it: try again, it goes on where it stopped.</summary>
    ProviderSilent,

    /// <summary>The provider said no; the sentence says what to change.</summary>
    ProviderRefused,

    /// <summary>Something still depends on it, until the time named.</summary>
    StillNeeded,

    /// <summary>It cannot be opened with the keys of this installation.</summary>
    Unreadable,

    /// <summary>There is nothing to start from: no active credential, or none with the auth token.</summary>
    NothingToStartFrom,

    /// <summary>The number cannot be texted.</summary>
    BadNumber,
}
