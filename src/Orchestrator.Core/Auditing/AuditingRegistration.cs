using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Auditing;

public static class AuditingRegistration
{
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services
        .AddSingleton<AuditVerifier>()
        .AddSingleton<AuditLog>()
        .AddSingleton<AuditExport>();
}
