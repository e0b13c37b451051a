using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Tests.Hosting;
using Orchestrator.Web.Tests.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>Two instances of the host on one database and one key folder, with Twilio's stand-in behind them.</summary>
public sealed class RotationFixture : IAsyncLifetime
{
    private readonly TestPostgres _postgres = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrator-rotation-").FullName;
    private readonly List<PreparedHost> _hosts = [];
    private readonly List<HttpClient> _clients = [];

    internal TwilioStandIn Twilio { get; private set; } = null!;

    public string KeysDirectory => Path.Combine(_folder, "keys");

    public (string App, string Owner) Database { get; private set; }

    internal IServiceProvider Instance(int index) => _hosts[index].Services;

    /// <summary>Where that instance listens.</summary>
    internal HttpClient Http(int instance) => _clients[instance];

    internal T Get<T>(int instance = 0)
        where T : notnull => Instance(instance).GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Database = await _postgres.NewDatabaseAsync(CancellationToken.None);
        Twilio = await TwilioStandIn.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            var host = await PreparedHost.BuildAsync(
                [
                    "--environment=Development", "--urls=http://127.0.0.1:0", .. Settings(), "--Serilog:MinimumLevel:Default=Error",
                    // Fifty texts a second are more than any one clinic sends.
                    "--Verification:SendsPerOrganizationAndHour=100000",
                ],
                HostPurpose.Serve, CancellationToken.None);
            _hosts.Add(host);
            await host.Services.GetRequiredService<SchemaGate>().PassAsync(CancellationToken.None);
            await host.App.StartAsync();
            _clients.Add(new HttpClient { BaseAddress = new Uri(host.App.Urls.Single()) });
        }
        foreach (var host in _hosts)
        {
            while (!host.Services.GetRequiredService<OrgChangeFeed>().IsListening)
                await Task.Delay(20);
        }
    }

    /// <summary>Of the host, as command-line arguments.</summary>
    internal string[] Settings() =>
    [
        $"--ConnectionStrings:Orchestrator={Database.App}", $"--ConnectionStrings:OrchestratorOwner={Database.Owner}", $"--Keys:Directory={KeysDirectory}",
        $"--Twilio:ApiBaseUrl={Twilio.Address}", $"--Twilio:AccountsBaseUrl={Twilio.Address}", $"--Twilio:IamBaseUrl={Twilio.Address}",
    ];

    /// <summary>A clinic whose active credential is the account's token and, unless told otherwise, no key.</summary>
    internal async Task<RotationClinic> NewClinicAsync(bool withToken = true, bool withKey = false)
    {
        var account = Twilio.AddAccount();
        var key = withKey ? account.AddKey() : null;
        var twilio = $$"""
            {"accountSid":"{{account.Sid}}"{{(withToken ? $",\"authToken\":\"{account.Token}\"" : "")}}{{(key is null ? "" : $",\"apiKeySid\":\"{key.Sid}\",\"apiKeySecret\":\"{key.Secret}\"")}},"from":"{{StandInAccount.DefaultNumber}}"}
            """;
        var slug = $"c{Guid.NewGuid():N}"[..20];
        var file = $$"""
            {"schema":"orchestrator-org/1","slug":"{{slug}}","name":"Harborview","timeZone":"Europe/London","country":"GB","locale":"en-GB","slotIntervalMinutes":10,
             "otp":{"allowedCountries":["GB"]},
             "vapi":{"secrets":["{{TextingClinic.SecretOf(slug)}}"]},
             "locations":[{"id":"main","name":"Main","timeZone":"Europe/London"}],
             "services":[{"id":"visit","name":"Visit","durationMinutes":10,"providerIds":["p"]}],
             "providers":[{"id":"p","name":"Dr. P","locationId":"main","workingHours":[{"days":["MO","TU","WE","TH","FR","SA","SU"],"start":"00:00","end":"23:50"}]}],
             "twilio":{{twilio}}}
            """;
        var imported = await Get<OrgImporter>().ImportAsync(System.Text.Encoding.UTF8.GetBytes(file), Actor.Operator("test"), TestContext.Current.CancellationToken);
        return new RotationClinic(this, imported.Value.Org, slug, account);
    }

    /// <summary>As the serving role, which sees this organization's rows alone.</summary>
    internal async Task<int> ExecuteAsync(OrgId org, string sql)
    {
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection) { Parameters = { new() { Value = org.ToString() } } })
            await name.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var rows = await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Twilio.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
