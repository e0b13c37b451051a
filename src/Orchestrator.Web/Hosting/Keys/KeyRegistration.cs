using Orchestrator.Core.Credentials;
using Orchestrator.Web.Hosting.PrivatePostgres;

namespace Orchestrator.Web.Hosting.Keys;

internal static class KeyRegistration
{
    /// <summary>Reads the key-encryption keys at once: without them nothing that is sealed can be opened, so nothing starts.</summary>
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new();
        var development = builder.Environment.IsDevelopment();
        if (development && string.IsNullOrWhiteSpace(options.Directory) && options.Values.Count == 0)
            options.Directory = DevelopmentDirectory(builder.Configuration);

        builder.Services
            .AddSingleton<KeyGate>()
            .AddSingleton<IStartupStep>(provider => provider.GetRequiredService<KeyGate>())
            .AddHostedService<KeyFollower>();
        try
        {
            builder.Services.AddSingleton(KeyRingLoader.Load(options, mayCreate: development, TimeProvider.System.GetUtcNow()));
        }
        catch (InvalidOperationException refused)
        {
            throw new StartRefusedException(refused.Message, refused);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Keys:Directory {options.Directory} cannot be used: {failure.Message.TrimEnd('.')}.", failure);
        }
    }

    // Beside the private database whose secrets they seal.
    private static string DevelopmentDirectory(ConfigurationManager configuration)
    {
        var home = configuration[$"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.DataDirectory)}"];
        return Path.Combine(string.IsNullOrWhiteSpace(home) ? ServerFolder.DefaultHome() : Path.GetFullPath(home), "keys");
    }
}
