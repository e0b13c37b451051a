using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Verbs;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = TestPostgres.NewFolder();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private int? PostmasterPid => File.Exists(Path.Combine(_folder, "pgdata", "postmaster.pid"))
        ? int.Parse(File.ReadLines(Path.Combine(_folder, "pgdata", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture)
        : null;

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Serve_VerbBesideItThenTermination_SharesTheServerAndStopsItLast()
    {
        using var host = OrchestratorProcess.Start(_folder, "Development");
        var address = await OrchestratorProcess.AddressAsync(host, Ct);
        var postmaster = PostmasterPid;

        var doctor = await OrchestratorProcess.RunAsync(_folder, "Development", ["doctor", "--json"], Ct);

        Assert.Equal((0, ""), (doctor.ExitCode, doctor.Error));
        using var report = JsonDocument.Parse(doctor.Output);
        Assert.All(report.RootElement.GetProperty("checks").EnumerateArray(), check => Assert.True(check.GetProperty("ok").GetBoolean()));
        Assert.Equal(postmaster, PostmasterPid);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{address}/health/ready", Ct)).StatusCode);

        using var kill = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await host.WaitForExitAsync(Ct);
        Assert.Equal(0, host.ExitCode);
        Assert.Null(PostmasterPid);
    }

    [Fact]
    public async Task Serve_Killed_LeavesTheServerToTheNextVerbWhichStopsIt()
    {
        using var host = OrchestratorProcess.Start(_folder, "Development");
        await OrchestratorProcess.AddressAsync(host, Ct);
        host.Kill();
        await host.WaitForExitAsync(Ct);
        Assert.True(Postmaster.IsAlive(PostmasterPid!.Value));

        var migrate = await OrchestratorProcess.RunAsync(_folder, "Development", ["migrate", "--json"], Ct);

        Assert.Equal((0, """{"applied":[]}"""), (migrate.ExitCode, migrate.Output.Trim()));
        Assert.Null(PostmasterPid);
    }

    [Fact]
    public async Task Serve_AddressInUse_SaysSoInOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var serve = await OrchestratorProcess.RunAsync(_folder, "Development", [$"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"], Ct);

        Assert.Equal(1, serve.ExitCode);
        Assert.Matches(@"^Failed to bind to address .*: address already in use; stop the other program or set ASPNETCORE_URLS to another address\.\s*$", serve.Error);
        Assert.DoesNotContain("   at ", serve.Output, StringComparison.Ordinal);
        Assert.Null(PostmasterPid);
    }

    [Fact]
    public async Task Serve_OlderSchemaInProduction_IsRefused()
    {
        var keys = Path.Combine(_folder, "keys");
        Orchestrator.Core.Credentials.KeySource.Create(keys, DateTimeOffset.UnixEpoch);

        var serve = await OrchestratorProcess.RunAsync(_folder, "Production", ["serve", $"--Keys:Directory={keys}"], Ct);

        Assert.Equal((1, "The database has an older schema than this version; run the verb migrate first."), (serve.ExitCode, serve.Error.Trim()));
    }

    [Fact]
    public async Task Verb_EmptyDatabase_IsMigratedInDevelopmentOnly()
    {
        Orchestrator.Core.Credentials.KeySource.Create(Path.Combine(_folder, "keys"), DateTimeOffset.UnixEpoch);
        var keys = new Dictionary<string, string> { ["Keys__Directory"] = Path.Combine(_folder, "keys") };

        var doctor = await OrchestratorProcess.RunAsync(_folder, "Production", ["doctor"], Ct, keys);
        var refused = await OrchestratorProcess.RunAsync(_folder, "Production", ["audit", "verify"], Ct, keys);
        var exported = await OrchestratorProcess.RunAsync(_folder, "Development", ["org", "export", "nowhere"], Ct);

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("BAD  schema: older than this version; run migrate\nBAD  keys: not checked: it needs this version's schema\n", doctor.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", doctor.Error, StringComparison.Ordinal);
        Assert.Equal((1, "The database has an older schema than this version; run the verb migrate first."), (refused.ExitCode, refused.Error.Trim()));
        Assert.Equal(1, exported.ExitCode);
        Assert.EndsWith("There is no organization nowhere.", exported.Error.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_BegunWithAClinicOfItsOwn_PrintsNoSignInOfADemoClinic()
    {
        var file = TestPostgres.NewFolder() + ".json";
        await File.WriteAllTextAsync(file, """{"schema":"orchestrator-org/1","slug":"own","name":"Own","timeZone":"Europe/London","country":"GB"}""", Ct);
        var imported = await OrchestratorProcess.RunAsync(_folder, "Development", ["org", "import", file], Ct);
        File.Delete(file);

        using var host = OrchestratorProcess.Start(_folder, "Development");
        await OrchestratorProcess.AddressAsync(host, Ct);
        var printed = new List<string>();
        while (await host.StandardOutput.ReadLineAsync(Ct) is { } line && !line.Contains("Ctrl+C", StringComparison.Ordinal))
            printed.Add(line.Trim());
        using var kill = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await host.WaitForExitAsync(Ct);

        Assert.Equal(0, imported.ExitCode);
        Assert.Equal("platform@orchestrator.example", Assert.Single(printed, line => line.Contains('@', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("migrate")]
    [InlineData("audit", "verify")]
    public async Task Verb_DatabaseAway_IsRefusedInWords(params string[] verb)
    {
        const string nobody = "Host=127.0.0.1;Port=1;Username=a;Password=b;Database=c";
        var away = new Dictionary<string, string> { ["ConnectionStrings__Orchestrator"] = nobody, ["ConnectionStrings__OrchestratorOwner"] = nobody };

        var outcome = await OrchestratorProcess.RunAsync(_folder, "Development", verb, Ct, away);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Failed to connect to 127.0.0.1:1", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--EmbeddedPostgres:Port=x", "EmbeddedPostgres:Port cannot be read as a whole number.")]
    [InlineData("--urls=nonsense", "ASPNETCORE_URLS (or --urls) is not a list of addresses")]
    [InlineData("--urls=http://127.0.0.1:99999", "ASPNETCORE_URLS (or --urls) is not a list of addresses")]
    public async Task Serve_WrongSetting_IsRefusedBeforeAnythingIsMade(string argument, string sentence)
    {
        var serve = await OrchestratorProcess.RunAsync(_folder, "Development", ["serve", argument], Ct);

        Assert.Equal(1, serve.ExitCode);
        Assert.StartsWith(sentence, serve.Error, StringComparison.Ordinal);
        Assert.Single(serve.Error.Trim().Split('\n'));
        Assert.False(Directory.Exists(_folder));
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("serve", "dance")]
    [InlineData("migrate", "--backwards")]
    public async Task Run_UnknownWords_IsAUsageError(params string[] arguments)
    {
        var outcome = await OrchestratorProcess.RunAsync(_folder, "Development", arguments, Ct);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(arguments[^1], outcome.Error, StringComparison.Ordinal);
    }
}
