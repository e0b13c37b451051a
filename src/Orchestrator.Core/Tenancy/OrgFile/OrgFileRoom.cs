namespace Orchestrator.Core.Tenancy;

/// <summary>A room in the organization file.</summary>
public sealed record OrgFileRoom(string Id, string Name, string Type, string LocationId);
