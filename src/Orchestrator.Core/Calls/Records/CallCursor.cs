using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>A place in the list of calls.</summary>
public sealed record CallCursor(Instant BeganAt, string CallId);
