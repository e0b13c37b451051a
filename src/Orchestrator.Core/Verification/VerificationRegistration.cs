using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Verification;

public static class VerificationRegistration
{
    public static IServiceCollection AddVerification(this IServiceCollection services, OtpCeilings ceilings) => services
        .AddSingleton(ceilings)
        .AddSingleton<DispatchStore>()
        .AddSingleton<SendNeeds>()
        .AddSingleton<CodeSender>()
        .AddSingleton<CodeVerifier>();
}
