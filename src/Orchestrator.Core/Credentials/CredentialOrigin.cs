namespace Orchestrator.Core.Credentials;

/// <summary>How a credential version came here, which decides what its end has to undo at the provider.</summary>
public enum CredentialOrigin
{
    /// <summary>With the organization file; whoever runs verbs vouches for it.</summary>
    Imported,

    /// <summary>A manager entered it.</summary>
    Pasted,

    /// <summary>We had the provider make an API key. It is ours to delete.</summary>
    CreatedKey,

    /// <summary>We had the provider make the account's second auth token, which is promoted once everything uses it.</summary>
    SecondaryToken,
}
