using Microsoft.Extensions.Logging;
using Npgsql;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Brings the server of one folder up and down. Its caller holds the start lock.</summary>
internal sealed partial class ServerRunner
{
    private const int PortAttempts = 5;

    // Recovery after a crash replays at most max_wal_size.
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(2);

    private readonly ServerFolder _folder;
    private readonly EmbeddedPostgresOptions _options;
    private readonly PostgresBinaries _binaries;
    private readonly ServerAccount _account;
    private readonly Postmaster _postmaster;
    private readonly ILogger _logger;
    private ServerRecord _record;

    private ServerRunner(
        ServerFolder folder, EmbeddedPostgresOptions options, PostgresBinaries binaries, ServerAccount account, ServerRecord record, ILogger logger)
    {
        (_folder, _options, _binaries, _account, _record, _logger) = (folder, options, binaries, account, record, logger);
        _postmaster = new Postmaster(folder, account);
        Port = record.Port;
    }

    public int Port { get; private set; }

    public int ProcessId { get; private set; }

    public ServerConnections Connections => new(_record, Port);

    public static async Task<ServerRunner> PrepareAsync(ServerFolder folder, EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        var record = ServerRecord.Read(folder.Record);
        if (record is null && folder.HasData)
            throw new PrivatePostgresException($"{folder.Record}, which holds the passwords of {folder.PgData}, is missing; put it back or choose another EmbeddedPostgres:DataDirectory.");

        var binaries = await new BinaryFinder(options, logger).FindAsync(folder.DataMajor(), ct);
        var account = ServerAccount.ForThisProcess(folder.HasData ? record?.Account : null);
        if (record is null || !folder.HasData)
        {
            RequireFree(options.Port);
            Log.Making(logger, folder.Home, binaries.Major);
            record = ServerRecord.Create(options.Port ?? LoopbackPort.ChooseFree(), account.Name);
            record.Write(folder.Record);
            await new DataFolderMaker(folder, account, binaries).MakeAsync(record, ct);
        }

        return new ServerRunner(folder, options, binaries, account, record, logger);
    }

    /// <summary>Adopts the running server or starts one; returns when it answers and its roles exist.</summary>
    public async Task EnsureRunningAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_startLimit);
        try
        {
            if (await TryAdoptAsync(limit.Token))
            {
                Log.Adopted(_logger, ProcessId, Port);
            }
            else
            {
                await _postmaster.ClearStalePidFileAsync(limit.Token);
                await StartAsync(limit.Token);
                Log.Started(_logger, _binaries.Major, ProcessId, Port);
            }

            await RoleSetup.EnsureAsync(Connections, _record, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new PrivatePostgresException($"The private PostgreSQL server in {_folder.Home} did not answer within {s_startLimit.TotalSeconds:0} s; see {_folder.Logs}.");
        }
        catch (NpgsqlException failure)
        {
            throw new PrivatePostgresException($"The private PostgreSQL server in {_folder.Home} refuses our own roles: {failure.Message.TrimEnd('.')}.", failure);
        }
    }

    public async Task StopAsync(CancellationToken ct)
    {
        if (!File.Exists(_folder.PidFile))
            return;

        var outcome = await PgCtlAsync(["stop", "--mode", "fast", "--wait", "--timeout", "60"], ct);
        // postmaster.pid, which pg_ctl waits for, goes a moment before the process does.
        while (outcome.Succeeded && Postmaster.IsAlive(ProcessId))
            await Task.Delay(TimeSpan.FromMilliseconds(10), ct);

        if (outcome.Succeeded)
            Log.Stopped(_logger);
        else
            Log.NotStopped(_logger, outcome.LastLine);
    }

    private async Task<bool> TryAdoptAsync(CancellationToken ct)
    {
        // One that is starting, recovering or shutting down is waited for.
        while (_postmaster.ReadPidFile() is { } running && await IsOursAsync(running.Pid, ct))
        {
            if (await AnswersAsync(running.Port, ct))
            {
                RequirePort(running.Port);
                (Port, ProcessId) = (running.Port, running.Pid);
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }

        return false;
    }

    private async Task<bool> IsOursAsync(int pid, CancellationToken ct) =>
        Postmaster.IsAlive(pid) && (!OperatingSystem.IsLinux() || (await _postmaster.ProcessesAsync(ct)).Contains(pid));

    private void RequirePort(int port)
    {
        if (_options.Port is { } wanted && wanted != port)
            throw new PrivatePostgresException($"The server of {_folder.Home} runs already, on port {port} and not on EmbeddedPostgres:Port {wanted}; stop what uses it first.");

        KeepPort(port);
    }

    private async Task StartAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            ChoosePort();
            await WriteSettingsAsync(ct);
            ServerLogs.Prune(_folder);
            // It starts a session of its own: a Ctrl+C in our terminal is not for the server.
            var outcome = await PgCtlAsync(["start", "--silent", "--wait", "--timeout", "110", "--log", _folder.StartupLog], ct);
            if (outcome.Succeeded)
                break;

            var complaints = ServerLogs.LastComplaints(_folder);
            if (StartFailure.IsPortTaken(complaints) && _options.Port is null && attempt < PortAttempts)
                continue;
            throw StartFailure.From($"The private PostgreSQL server in {_folder.Home} did not start", complaints is [] ? [outcome.LastLine] : complaints);
        }

        ProcessId = _postmaster.ReadPidFile()?.Pid
            ?? throw new PrivatePostgresException($"The private PostgreSQL server in {_folder.Home} stopped right after its start; see {_folder.Logs}.");
    }

    private void ChoosePort()
    {
        RequireFree(_options.Port);
        var port = _options.Port ?? Port;
        KeepPort(LoopbackPort.IsFree(port) ? port : LoopbackPort.ChooseFree());
    }

    private static void RequireFree(int? configured)
    {
        if (configured is { } port && !LoopbackPort.IsFree(port))
            throw new PrivatePostgresException($"EmbeddedPostgres:Port {port} is in use by another program.");
    }

    private void KeepPort(int port)
    {
        Port = port;
        if (_record.Port != port)
        {
            _record = _record with { Port = port };
            _record.Write(_folder.Record);
        }
    }

    private async Task WriteSettingsAsync(CancellationToken ct)
    {
        await File.WriteAllTextAsync(_folder.Settings, ServerSettings.Text(Port), ct);
        await _account.OwnAsync(_folder.Settings, ct);
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken ct)
    {
        var connectionString = new ServerConnections(_record, port).For(ServerConnections.Superuser, "postgres");
        await using var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return true;
        }
        // Class 57: starting up or shutting down. Without a state: not listening, yet or any more.
        catch (NpgsqlException failure) when (failure.SqlState is null or ['5', '7', ..])
        {
            return false;
        }
    }

    private Task<ChildProcess.Outcome> PgCtlAsync(string[] arguments, CancellationToken ct) =>
        ChildProcess.RunAsync(_account.Command(_binaries.PgCtl, [.. arguments, "--pgdata", _folder.PgData]), s_startLimit, ct);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Making a PostgreSQL {Major} database in {Folder}.")]
        public static partial void Making(ILogger logger, string folder, int major);

        [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL {Major} started: process {Pid}, loopback port {Port}.")]
        public static partial void Started(ILogger logger, int major, int pid, int port);

        [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL runs already: process {Pid}, loopback port {Port}.")]
        public static partial void Adopted(ILogger logger, int pid, int port);

        [LoggerMessage(Level = LogLevel.Information, Message = "Private PostgreSQL stopped.")]
        public static partial void Stopped(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Private PostgreSQL was not stopped: {Reason}.")]
        public static partial void NotStopped(ILogger logger, string reason);
    }
}
