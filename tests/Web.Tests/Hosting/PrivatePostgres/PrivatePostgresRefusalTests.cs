using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class PrivatePostgresRefusalTests : IDisposable
{
    private readonly string _folder = TestPostgres.NewFolder();

    public PrivatePostgresRefusalTests() => Directory.CreateDirectory(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StartAsync_FolderCannotBeMade_NamesTheKeyAndTheFolder()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(file, "below") });

        Assert.StartsWith($"EmbeddedPostgres:DataDirectory {file}/below cannot be written", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_FolderTheServerCannotReach_NamesTheAccount()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root hands the server to another account.");
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder, "data") });

        Assert.Contains("cannot be reached by the account", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_PortInUse_NamesTheKey()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder, "data"), Port = port });

        Assert.Equal($"EmbeddedPostgres:Port {port} is in use by another program.", sentence);
    }

    [Fact]
    public async Task StartAsync_DataOfAnotherVersion_NamesBoth()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pgdata"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "pgdata", "PG_VERSION"), "12\n", TestContext.Current.CancellationToken);
        ServerRecord.Create(15432, null).Write(Path.Combine(_folder, "server.json"));

        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = _folder });

        Assert.Matches(@"^PostgreSQL 12, which made the data folder, was not found \(found: \d+.*EmbeddedPostgres:BinDirectory", sentence);
    }

    [Fact]
    public async Task StartAsync_PasswordsAreGone_NamesTheFile()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "pgdata"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "pgdata", "PG_VERSION"), "15\n", TestContext.Current.CancellationToken);

        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = _folder });

        Assert.StartsWith($"{_folder}/server.json, which holds the passwords", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_NoBinariesWhereConfigured_NamesTheKey()
    {
        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = _folder, BinDirectory = _folder });

        Assert.Equal($"EmbeddedPostgres:BinDirectory {_folder} does not hold working initdb, pg_ctl and postgres.", sentence);
    }

    [Fact]
    public async Task StartAsync_FolderOfSomethingElse_IsLeftAlone()
    {
        var photo = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "pgdata")).FullName, "photo");
        await File.WriteAllTextAsync(photo, "", TestContext.Current.CancellationToken);

        var sentence = await RefusalAsync(new EmbeddedPostgresOptions { DataDirectory = _folder });

        Assert.Equal($"{_folder}/pgdata is not empty and is not a PostgreSQL data folder.", sentence);
        Assert.True(File.Exists(photo));
    }

    [Fact]
    public void From_DiskFull_SaysSo()
    {
        var refusal = StartFailure.From("It did not start", ["could not write lock file \"postmaster.pid\": No space left on device"]);

        Assert.Equal("It did not start: the disk is full.", refusal.Message);
    }

    private static async Task<string> RefusalAsync(EmbeddedPostgresOptions options)
    {
        options.FetchBinaries = false;
        var refusal = await Assert.ThrowsAsync<PrivatePostgresException>(
            () => PrivatePostgresServer.StartAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken));
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }
}
