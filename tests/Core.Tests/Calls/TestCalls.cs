using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Tests.Calls;

/// <summary>The calls capability over the run's database, put together as the host does.</summary>
internal sealed class TestCalls
{
    public TestCalls(TestDatabase database, TimeProvider? time = null)
    {
        Journal = new ToolCallJournal(database.Db, NullLogger<ToolCallJournal>.Instance);
        Events = new CallService(database.Db, new ReportStore(database.Db, new ReportRedactor(new TranscriptRedactor(), time ?? TimeProvider.System)), Journal, database.Activity);
        Records = new CallRecords(database.Db);
    }

    public ToolCallJournal Journal { get; }

    public ICallEvents Events { get; }

    public CallRecords Records { get; }
}
