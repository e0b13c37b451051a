using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Core.Tenancy;

public static class TenancyRegistration
{
    /// <summary>Needs an <see cref="NpgsqlDataSource"/> of the serving role, a key ring, a clock and an <see cref="IStaffAccess"/>.</summary>
    public static IServiceCollection AddTenancy(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<OrchestratorDbContext>((provider, options) =>
            OrchestratorModel.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<OrgDb>();
        services.AddSingleton<StaffGuard>();
        services.AddSingleton<OrgList>();
        services.AddSingleton<OrgStore>();
        services.AddSingleton<OrgImporter>();
        services.AddSingleton<OrgChangeFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<OrgChangeFeed>());
        services.AddSingleton<ClinicDirectory>();
        services.AddSingleton<ICallRouting>(provider => provider.GetRequiredService<ClinicDirectory>());
        services.AddSingleton<IVoiceCredentials, VoiceCredentials>();
        return services;
    }
}
