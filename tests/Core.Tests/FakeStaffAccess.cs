using System.Collections.Concurrent;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Tests;

/// <summary>Who is what, as a test says; everybody else is nobody.</summary>
internal sealed class FakeStaffAccess : IStaffAccess
{
    private readonly ConcurrentDictionary<(OrgId, Guid), StaffRole> _roles = new();

    public void Set(OrgId org, Guid user, StaffRole role) => _roles[(org, user)] = role;

    public ValueTask<StaffRole?> RoleOfAsync(OrgId org, Guid userId, CancellationToken ct) =>
        ValueTask.FromResult(_roles.TryGetValue((org, userId), out var role) ? (StaffRole?)role : null);

    public ValueTask<bool> IsPlatformAdminAsync(Guid userId, CancellationToken ct) => ValueTask.FromResult(false);
}
