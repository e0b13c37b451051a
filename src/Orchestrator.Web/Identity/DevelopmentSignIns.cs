using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>
/// The accounts of a developer's machine: one per role for each demo clinic and one platform administrator, all under one
/// known password, which no account can have or sign in with outside Development.
/// </summary>
public static class DevelopmentSignIns
{
    public const string Password = "orchestrator-demo";

    public const string PlatformAdmin = "platform@orchestrator.example";

    public static IReadOnlyList<StaffRole> Roles { get; } = [StaffRole.Manager, StaffRole.Receptionist, StaffRole.Auditor];

    public static string EmailOf(StaffRole role, string slug) => $"{role.ToString().ToLowerInvariant()}@{slug}.example";
}
