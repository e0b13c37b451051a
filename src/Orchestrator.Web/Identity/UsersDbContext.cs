using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Web.Identity;

/// <summary>
/// Users, their passwords and the keys that seal their cookies. Memberships and invitations lie beside them but are reached
/// by SQL functions and organization transactions only (<c>Sql/0001_membership.sql</c>): no query here can cross organizations.
/// </summary>
public sealed class UsersDbContext(DbContextOptions<UsersDbContext> options)
    : IdentityDbContext<PortalUser, PortalRole, Guid>(options), IDataProtectionKeyContext
{
    public const string HistoryTable = "__identity_migrations";

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<PortalUser>().ToTable("identity_user");
        builder.Entity<PortalRole>().ToTable("identity_role");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("identity_user_role");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("identity_user_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("identity_user_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("identity_user_token");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("identity_role_claim");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_key");
        builder.Entity<PortalUser>().HasIndex(user => user.NormalizedEmail).IsUnique().HasDatabaseName("ix_identity_user_normalized_email");
        builder.Entity<PortalUser>().HasIndex(user => user.NormalizedUserName).IsUnique().HasDatabaseName("ix_identity_user_normalized_user_name");
        builder.Entity<PortalRole>().HasIndex(role => role.NormalizedName).IsUnique().HasDatabaseName("ix_identity_role_normalized_name");
    }
}
