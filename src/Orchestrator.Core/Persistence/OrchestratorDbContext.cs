using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Scheduling.Stored;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tenancy.Stored;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Persistence;

/// <summary>
/// The map from types to tables. Reached through <see cref="OrgDb"/> only: every table with <c>org_id</c> is under forced
/// row-level security and shows nothing to a connection that did not name its organization.
/// </summary>
public sealed class OrchestratorDbContext(DbContextOptions<OrchestratorDbContext> options) : DbContext(options)
{
    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrgSettings> Settings => Set<OrgSettings>();

    public DbSet<StoredVoiceSecret> VoiceSecrets => Set<StoredVoiceSecret>();

    public DbSet<StoredVoiceNumber> VoiceNumbers => Set<StoredVoiceNumber>();

    public DbSet<StoredVoiceAssistant> VoiceAssistants => Set<StoredVoiceAssistant>();

    public DbSet<StoredLocation> Locations => Set<StoredLocation>();

    public DbSet<StoredService> Services => Set<StoredService>();

    public DbSet<StoredProvider> Providers => Set<StoredProvider>();

    public DbSet<StoredRoom> Rooms => Set<StoredRoom>();

    public DbSet<ExternalBusy> ExternalBusy => Set<ExternalBusy>();

    public DbSet<BookingRecord> Bookings => Set<BookingRecord>();

    public DbSet<StaffNote> StaffNotes => Set<StaffNote>();

    public DbSet<CallRecord> Calls => Set<CallRecord>();

    public DbSet<ToolCallRecord> ToolCalls => Set<ToolCallRecord>();

    public DbSet<StoredToolNote> ToolNotes => Set<StoredToolNote>();

    public DbSet<StoredTranscript> Transcripts => Set<StoredTranscript>();

    public DbSet<OtpChallenge> Challenges => Set<OtpChallenge>();

    public DbSet<OtpDispatch> Dispatches => Set<OtpDispatch>();

    public DbSet<SmsText> Texts => Set<SmsText>();

    public DbSet<SmsReport> SmsReports => Set<SmsReport>();

    public DbSet<CredentialVersion> CredentialVersions => Set<CredentialVersion>();

    public DbSet<StoredPolicy> RedactionPolicies => Set<StoredPolicy>();

    public DbSet<RedactionRun> RedactionRuns => Set<RedactionRun>();
    public DbSet<CredentialUse> CredentialUses => Set<CredentialUse>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // The keys chosen below lead with org_id already; an index per foreign key would only slow the claim down.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<CallChannel>().HaveConversion<SnakeCaseEnumConverter<CallChannel>>();
        configurationBuilder.Properties<CallDirection>().HaveConversion<SnakeCaseEnumConverter<CallDirection>>();
        configurationBuilder.Properties<ReportState>().HaveConversion<SnakeCaseEnumConverter<ReportState>>();
        configurationBuilder.Properties<BookingStatus>().HaveConversion<SnakeCaseEnumConverter<BookingStatus>>();
        configurationBuilder.Properties<ChallengeState>().HaveConversion<SnakeCaseEnumConverter<ChallengeState>>();
        configurationBuilder.Properties<DispatchState>().HaveConversion<SnakeCaseEnumConverter<DispatchState>>();
        configurationBuilder.Properties<CodeChannel>().HaveConversion<SnakeCaseEnumConverter<CodeChannel>>();
        configurationBuilder.Properties<SmsKind>().HaveConversion<SnakeCaseEnumConverter<SmsKind>>();
        configurationBuilder.Properties<CredentialState>().HaveConversion<SnakeCaseEnumConverter<CredentialState>>();
        configurationBuilder.Properties<RunState>().HaveConversion<SnakeCaseEnumConverter<RunState>>();
        configurationBuilder.Properties<CredentialOrigin>().HaveConversion<SnakeCaseEnumConverter<CredentialOrigin>>();
        configurationBuilder.Properties<VoiceSecretKind>().HaveConversion<SnakeCaseEnumConverter<VoiceSecretKind>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("btree_gist");
        TenancyModel.Configure(modelBuilder);
        SchedulingModel.Configure(modelBuilder);
        BookingModel.Configure(modelBuilder);
        CallModel.Configure(modelBuilder);
        VerificationModel.Configure(modelBuilder);
        MessagingModel.Configure(modelBuilder);
        PolicyModel.Configure(modelBuilder);
        RunModel.Configure(modelBuilder);
        CredentialModel.Configure(modelBuilder);
        AuditModel.Configure(modelBuilder);
        foreach (var reference in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
            reference.DeleteBehavior = DeleteBehavior.NoAction;
    }
}
