namespace Orchestrator.Core.Messaging;

/// <summary>Whose dispatch an id is: the look-up that precedes the organization of a callback.</summary>
public sealed class DispatchOwner
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>Whose account signs its callbacks; none for the sandbox's.</summary>
    public Guid? CredentialVersionId { get; init; }
}
