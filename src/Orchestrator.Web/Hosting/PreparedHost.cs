using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Hosting.Logging;
using Orchestrator.Web.Hosting.Settings;
using Serilog.Extensions.Logging;

namespace Orchestrator.Web.Hosting;

/// <summary>The application, built but not started, with the database it needs running already.</summary>
internal sealed class PreparedHost : IAsyncDisposable
{
    private readonly HostDatabase _database;

    private PreparedHost(WebApplication app, HostDatabase database) => (App, _database) = (app, database);

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    /// <summary>
    /// For a verb: the application's services on the database in force, which is a running host's private server, one
    /// started for the verb, or the configured one. The schema is this build's, as for the host that serves. A verb that
    /// needs neither does not call it.
    /// </summary>
    /// <exception cref="StartRefusedException">A setting is wrong, the database does not answer, or its schema is older and not ours to migrate.</exception>
    public static async Task<PreparedHost> ForVerbAsync(CancellationToken ct)
    {
        var host = await ForVerbOnAnySchemaAsync(ct);
        try
        {
            await host.Services.GetRequiredService<SchemaGate>().PassAsync(ct);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>For a verb that is about the schema itself.</summary>
    public static Task<PreparedHost> ForVerbOnAnySchemaAsync(CancellationToken ct) => BuildAsync([], HostPurpose.Verb, ct);

    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    /// <exception cref="PrivatePostgres.PrivatePostgresException">The private server cannot run.</exception>
    public static async Task<PreparedHost> BuildAsync(IReadOnlyList<string> hostArguments, HostPurpose purpose, CancellationToken ct)
    {
        var builder = CreateBuilder([.. hostArguments]);
        builder.AddLogging(purpose);
        builder.ListenOnLoopbackByDefault();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);

        var settings = new SettingsReader(builder);
        OrchestratorHost.ReadSettings(settings);
        settings.ThrowIfFaulty();

        // Before Build: the first services that need the database (cookie keys) read it while the host starts.
        await using var early = LoggingSetup.CreateLogger(builder, purpose);
        using var earlyFactory = new SerilogLoggerFactory(early);
        var database = await HostDatabase.PrepareAsync(builder.Configuration, earlyFactory, ct);
        try
        {
            return new PreparedHost(builder.AddOrchestrator(database).Build().UseOrchestrator(), database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Also after a start that failed half-way: what had begun by then must not meet a disposed database.
            await App.StopAsync();
            await App.DisposeAsync();
        }
        catch (ObjectDisposedException)
        {
            // A test's host fixture was quicker.
        }
        finally
        {
            await _database.DisposeAsync();
        }
    }

    private static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        // The settings lie beside the program, wherever it is started from.
        var named = Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
            || arguments.Any(a => a.TrimStart('-', '/').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase));
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = named ? null : AppContext.BaseDirectory });
            builder.WebHost.UseStaticWebAssets();
            return builder;
        }
        catch (DirectoryNotFoundException missing)
        {
            // A build, unlike what dotnet publish makes, names the folders of the machine and the account that built it.
            throw new StartRefusedException($"The folder {missing.Message}, which this build takes the pages' files from, is missing or may not be read: build as the account that runs it, or use dotnet publish.", missing);
        }
    }
}
