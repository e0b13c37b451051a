using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Tests.Calls;

/// <summary>The calls capability over the run's database, put together as the host does.</summary>
internal sealed class TestCalls
{
    public TestCalls(TestDatabase database, TimeProvider? time = null)
    {
        Guard = new StaffGuard(new NoStaff());
        Policies = new RedactionPolicies(database.Db, Guard, new OrgChangeFeed(database.Source, NullLogger<OrgChangeFeed>.Instance), database.Activity);
        Redactor = new ReportRedactor(new TranscriptRedactor(), time ?? TimeProvider.System);
        Journal = new ToolCallJournal(database.Db, NullLogger<ToolCallJournal>.Instance);
        Events = new CallService(database.Db, new ReportStore(database.Db, Policies, Redactor), Journal, database.Activity);
        Records = new CallRecords(database.Db, Guard);
    }

    public StaffGuard Guard { get; }

    public RedactionPolicies Policies { get; }

    public ReportRedactor Redactor { get; }

    public ToolCallJournal Journal { get; }

    public ICallEvents Events { get; }

    public CallRecords Records { get; }

    /// <summary>Who may read the records of the call's organization.</summary>
    public static OrgContext Reader(OrgContext call) => new(call.Org, Actor.Operator("test"));

    private sealed class NoStaff : IStaffAccess
    {
        public ValueTask<StaffRole?> RoleOfAsync(OrgId org, Guid userId, CancellationToken ct) => new((StaffRole?)null);

        public ValueTask<bool> IsPlatformAdminAsync(Guid userId, CancellationToken ct) => new(false);
    }
}
