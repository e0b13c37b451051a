namespace Orchestrator.Web.Hosting;

/// <summary>Work between the migrated schema and the first request, in the order of registration; only <c>serve</c> does it.</summary>
public interface IStartupStep
{
    Task RunAsync(CancellationToken ct);
}
