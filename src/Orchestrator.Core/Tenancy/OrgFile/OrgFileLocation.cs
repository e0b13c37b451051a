using System.Collections.Immutable;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>A location in the organization file; its zone is an IANA name, the organization's when the file gives none.</summary>
public sealed record OrgFileLocation(string Id, string Name, string TimeZone, ImmutableArray<Closure> Closures);
