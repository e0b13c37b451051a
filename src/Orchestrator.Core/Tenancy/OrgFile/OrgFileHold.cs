using NodaTime;

namespace Orchestrator.Core.Tenancy;

/// <summary>A hold that existed before the organization was created here; it may have lapsed.</summary>
public sealed record OrgFileHold(string ProviderId, string ServiceId, Instant Start, Instant End, Instant ExpiresAt, string? CallId);
