using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Credentials;

public static class CredentialRegistration
{
    /// <summary>Versions, their rotation and what uses them. Needs tenancy, messaging, a key ring and <see cref="CredentialOptions"/>.</summary>
    public static IServiceCollection AddCredentials(this IServiceCollection services) => services
        .AddSingleton<CredentialVault>()
        .AddSingleton<CredentialDrafts>()
        .AddSingleton<CredentialTests>()
        .AddSingleton<CredentialSwitch>()
        .AddSingleton<CredentialEnd>()
        .AddSingleton<CredentialDesk>()
        .AddSingleton<CredentialNotes>()
        .AddSingleton<CredentialUseCounter>()
        .AddSingleton<CredentialReminder>()
        .AddSingleton<ISealedStore, SealedVersions>()
        .AddSingleton<ISealedStore, SealedVoiceSecrets>()
        .AddSingleton<KeysInUse>()
        .AddSingleton<KeyRotation>();
}
