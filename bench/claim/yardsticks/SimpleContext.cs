using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Claim.Bench;

internal sealed class SimpleContext(DbContextOptions<SimpleContext> options) : DbContext(options)
{
    public DbSet<SimpleBooking> Bookings => Set<SimpleBooking>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SimpleBooking>(row =>
        {
            row.ToTable("booking", "yardstick");
            foreach (var property in row.Metadata.GetProperties())
                property.SetColumnName(Snake(property.Name));
        });
        modelBuilder.Entity<SimpleAudit>(row =>
        {
            row.ToTable("audit", "yardstick");
            foreach (var property in row.Metadata.GetProperties())
                property.SetColumnName(Snake(property.Name));
        });
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
