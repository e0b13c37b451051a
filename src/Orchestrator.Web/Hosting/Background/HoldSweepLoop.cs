using Orchestrator.Core.Retention;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Runs the sweep of lapsed holds.</summary>
internal sealed partial class HoldSweepLoop(HoldSweep sweep, OrchestratorMetrics metrics, TimeProvider time, ILogger<HoldSweepLoop> logger)
    : PeriodicJob("hold-sweep", TimeSpan.FromSeconds(30), metrics, time, logger)
{
    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        var count = await sweep.RunOnceAsync(ct);
        if (count.Holds + count.Dispatches > 0)
            Log.Swept(logger, count.Holds, count.Dispatches);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Expired {Holds} lapsed holds and settled {Dispatches} lost texts.")]
        public static partial void Swept(ILogger logger, int holds, int dispatches);
    }
}
