using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Verification;

public static class VerificationRegistration
{
    public static IServiceCollection AddVerification(this IServiceCollection services, OtpCeilings ceilings, VoiceCodeOptions voice) => services
        .AddSingleton(ceilings)
        .AddSingleton(voice)
        .AddSingleton<DispatchStore>()
        .AddSingleton<SendNeeds>()
        .AddSingleton<CodeSender>()
        .AddSingleton<DispatchReconciler>()
        .AddSingleton<CodeVerifier>();
}
