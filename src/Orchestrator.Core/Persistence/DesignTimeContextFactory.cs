using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Orchestrator.Core.Persistence;

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no database.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<OrchestratorDbContext>
{
    public OrchestratorDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
        OrchestratorModel.Configure(options, "Host=design-time");
        return new OrchestratorDbContext(options.Options);
    }
}
