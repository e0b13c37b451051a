using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Core;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>Makes users, gives them roles, disables them. Each call has a scope of its own.</summary>
public sealed class AccountStore(IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task<Guid?> FindAsync(string email, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        ct.ThrowIfCancellationRequested();
        return (await users.FindByEmailAsync(email))?.Id;
    }

    /// <summary>A new user, or the sentences why not: password too short or common, e-mail unreadable or taken.</summary>
    public async Task<Result<PortalUser, AccountRefusal>> CreateAsync(string email, string? displayName, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        ct.ThrowIfCancellationRequested();
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            DisplayName = string.IsNullOrWhiteSpace(displayName) ? email.Split('@')[0] : displayName.Trim(),
            CreatedAt = time.GetUtcNow(),
            LockoutEnabled = true,
        };
        var made = await users.CreateAsync(user, password);
        return made.Succeeded ? user : AccountRefusal.Of(made);
    }

    /// <summary>Replaces the password and ends every other session.</summary>
    public async Task<Result<PortalUser, AccountRefusal>> ChangePasswordAsync(Guid userId, string current, string next, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        ct.ThrowIfCancellationRequested();
        if (await users.FindByIdAsync(userId.ToString()) is not { IsDisabled: false } user)
            return AccountRefusal.Of("The account is no longer there.");
        var changed = await users.ChangePasswordAsync(user, current, next);
        return changed.Succeeded ? user : AccountRefusal.Of(changed);
    }

    /// <summary>A new security stamp: every cookie and every open page of the user ends within a minute.</summary>
    public async Task EndSessionsAsync(Guid userId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        ct.ThrowIfCancellationRequested();
        if (await users.FindByIdAsync(userId.ToString()) is { } user)
            await users.UpdateSecurityStampAsync(user);
    }

    /// <summary>Disables or enables; either way open sessions end.</summary>
    public async Task SetDisabledAsync(Guid userId, bool isDisabled, CancellationToken ct)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<UsersDbContext>();
            await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, isDisabled), ct);
        }
        await EndSessionsAsync(userId, ct);
    }

    public async Task MakePlatformAdminAsync(Guid userId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<PortalRole>>();
        ct.ThrowIfCancellationRequested();
        if (!await roles.RoleExistsAsync(PortalRole.PlatformAdmin))
            await roles.CreateAsync(new PortalRole { Id = Guid.CreateVersion7(), Name = PortalRole.PlatformAdmin });
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException($"There is no user {userId}.");
        if (!await users.IsInRoleAsync(user, PortalRole.PlatformAdmin))
            await users.AddToRoleAsync(user, PortalRole.PlatformAdmin);
    }
}
