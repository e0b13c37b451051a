using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Hosting.Demo;

/// <summary>Development: an empty database gets the two demo clinics.</summary>
internal sealed partial class DemoClinicsStep(OrgList orgs, OrgImporter importer, IHostEnvironment environment, ILogger<DemoClinicsStep> logger) : IStartupStep
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment() || (await orgs.AllAsync(ct)).Count > 0)
            return;
        foreach (var slug in DemoClinics.Slugs)
        {
            var imported = await importer.ImportAsync(DemoClinics.File(slug), Actor.Operator("demo"), ct);
            if (!imported.TryGet(out _, out var faults))
                throw new InvalidOperationException($"The demo clinic {slug} was refused: {faults}");
            Log.Created(logger, slug);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Created the demo clinic {Slug}.")]
        public static partial void Created(ILogger logger, string slug);
    }
}
