using NodaTime;

namespace Orchestrator.Core.Tenancy;

/// <summary>An event of a provider's outside calendar; it occupies the time when it is opaque.</summary>
public sealed record OrgFileBusy(string ProviderId, Instant Start, Instant End, bool IsOpaque);
