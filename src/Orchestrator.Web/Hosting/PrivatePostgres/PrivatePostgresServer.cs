using Microsoft.Extensions.Logging;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>
/// A PostgreSQL server of our own on loopback: made, started, adopted, watched and stopped. Any number of processes may use
/// the same data folder at once; each holds a lease, and whoever leaves last stops the server. One that dies leaves it
/// running for the next to adopt. See README.md in this folder.
/// </summary>
public sealed class PrivatePostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly ServerFolder _folder;
    private readonly ServerRunner _runner;
    private readonly FileLease _lease;
    private readonly ServerWatch _watch;
    private readonly ServerConnections _connections;
    private bool _isDisposed;

    private PrivatePostgresServer(ServerFolder folder, ServerRunner runner, FileLease lease, ServerConnections connections, ILogger logger)
    {
        (_folder, _runner, _lease, _connections) = (folder, runner, lease, connections);
        _watch = ServerWatch.Begin(folder, runner, logger);
    }

    /// <summary>For <c>orchestrator_app</c>, which serves.</summary>
    public string ConnectionString => _connections.For(ServerConnections.App, ServerConnections.Database);

    /// <summary>For <c>orchestrator_owner</c>, which migrates.</summary>
    public string OwnerConnectionString => _connections.For(ServerConnections.Owner, ServerConnections.Database);

    /// <summary>The role that serves, to which migrations grant.</summary>
    public static string AppRole => ServerConnections.App;

    public int Port => _runner.Port;

    /// <summary>The folder that holds the server's data, passwords and log.</summary>
    public string DataDirectory => _folder.Home;

    internal int ProcessId => _runner.ProcessId;

    internal string SuperuserConnectionString => _connections.For(ServerConnections.Superuser, "postgres");

    /// <summary>
    /// Starts the server of the configured folder, making the folder on first use, or adopts the one that runs already.
    /// Returns once both roles can connect.
    /// </summary>
    /// <exception cref="PrivatePostgresException">It cannot run; the message is one sentence for the operator.</exception>
    public static async Task<PrivatePostgresServer> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
            throw new PrivatePostgresException("The private PostgreSQL server runs on Linux and macOS; here set ConnectionStrings:Orchestrator.");

        var folder = ServerFolder.Open(options.DataDirectory);
        try
        {
            using var starting = await FileLease.WaitExclusiveAsync(folder.StartLock, s_patience, ct);
            var lease = FileLease.TryShared(folder.Lease)
                ?? throw new PrivatePostgresException($"The lease {folder.Lease} is held exclusively by another program.");
            try
            {
                var runner = await ServerRunner.PrepareAsync(folder, options, logger, ct);
                await runner.EnsureRunningAsync(ct);
                return new PrivatePostgresServer(folder, runner, lease, runner.Connections, logger);
            }
            catch
            {
                lease.Dispose();
                throw;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PrivatePostgresException($"EmbeddedPostgres:DataDirectory {folder.Home} cannot be used: {failure.Message.TrimEnd('.')}.", failure);
        }
    }

    /// <summary>
    /// The two connection strings of another, empty database of the same server with the same rights: how tests keep apart.
    /// </summary>
    public async Task<(string App, string Owner)> CreateDatabaseAsync(string name, CancellationToken ct)
    {
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new ArgumentException("Lower-case letters, digits and underscores only.", nameof(name));

        await using var superuser = new Npgsql.NpgsqlConnection(SuperuserConnectionString);
        await superuser.OpenAsync(ct);
        await RoleSetup.EnsureDatabaseAsync(superuser, name, ct);
        return (_connections.For(ServerConnections.App, name), _connections.For(ServerConnections.Owner, name));
    }

    /// <summary>Gives the lease back and, where nobody else holds one, stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;

        await _watch.DisposeAsync();
        using var stopping = await FileLease.WaitExclusiveAsync(_folder.StartLock, s_patience, CancellationToken.None);
        _lease.Dispose();
        using var last = FileLease.TryExclusive(_folder.Lease);
        if (last is not null)
            await _runner.StopAsync(CancellationToken.None);
    }

    /// <summary>Leaves as a killed process would: the lease is gone and the server runs on.</summary>
    internal async Task AbandonAsync()
    {
        _isDisposed = true;
        await _watch.DisposeAsync();
        _lease.Dispose();
    }
}
