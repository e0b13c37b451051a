using NodaTime;

namespace Orchestrator.Core.Credentials;

/// <param name="Kind">What stood in the way.</param>
/// <param name="Why">In words for the manager, where more is known than the kind.</param>
/// <param name="Until">When it will be possible; only with <see cref="CredentialRefusalKind.StillNeeded"/>.</param>
public sealed record CredentialRefusal(CredentialRefusalKind Kind, string? Why = null, Instant? Until = null);
