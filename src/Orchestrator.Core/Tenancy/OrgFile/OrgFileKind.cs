namespace Orchestrator.Core.Tenancy;

/// <summary>What an id of the organization file names; ids are unique within a kind.</summary>
public enum OrgFileKind
{
    Location,
    Service,
    Provider,
    Room,
}
