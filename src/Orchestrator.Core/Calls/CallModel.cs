using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Core.Calls;

internal static class CallModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CallRecord>(e =>
        {
            e.ToTable("call");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.Property(x => x.BeganAt).HasComputedColumnSql("coalesce(started_at, created_at)", stored: true);
            e.Property(x => x.CostUsd).HasPrecision(12, 6);
            e.HasIndex(x => new { x.OrgId, x.BeganAt, x.Id }).IsDescending(false, true, true);
        });
        model.Entity<ToolCallRecord>(e =>
        {
            e.ToTable("tool_call");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.CallId });
        });
        model.Entity<StoredToolNote>(e =>
        {
            e.ToTable("tool_note");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.CallId });
        });
        model.Entity<StoredTranscript>(e =>
        {
            e.ToTable("transcript");
            e.HasKey(x => new { x.OrgId, x.CallId });
            e.Property(x => x.Turns).HasColumnType("jsonb");
            e.Property(x => x.Analysis).HasColumnType("jsonb");
            e.Property(x => x.Structured).HasColumnType("jsonb");
            e.Property(x => x.Counts).HasColumnType("jsonb");
        });
    }
}
