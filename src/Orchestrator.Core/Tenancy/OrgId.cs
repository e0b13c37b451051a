namespace Orchestrator.Core.Tenancy;

/// <summary>Names one organization (tenant). Every org row's key starts with it.</summary>
public readonly record struct OrgId(Guid Value)
{
    public static OrgId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
