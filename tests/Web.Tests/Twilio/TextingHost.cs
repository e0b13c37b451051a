using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Tests.Hosting;
using Orchestrator.Web.Tests.Vapi;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>The whole host with its database, entered through the voice webhook, its texts going to the stand-in and its callbacks coming back.</summary>
public sealed class TextingHost : IAsyncLifetime
{
    private readonly TestPostgres _postgres = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrator-texting-").FullName;
    private PreparedHost? _host;

    internal TwilioStandIn Twilio { get; private set; } = null!;

    internal LogLines Log { get; } = new();

    public HttpClient Http { get; } = new() { BaseAddress = TwilioBench.NobodyListens() };

    public string OwnerConnectionString { get; private set; } = "";

    internal TestPostgres Postgres => _postgres;

    internal T Get<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        var (app, owner) = await _postgres.NewDatabaseAsync(CancellationToken.None);
        OwnerConnectionString = owner;
        Twilio = await TwilioStandIn.StartAsync();
        _host = await PreparedHost.BuildAsync(
            [
                "--environment=Development", $"--urls={Http.BaseAddress}", $"--PublicBaseUrl={Http.BaseAddress}",
                $"--ConnectionStrings:Orchestrator={app}", $"--ConnectionStrings:OrchestratorOwner={owner}", $"--Keys:Directory={Path.Combine(_folder, "keys")}",
                $"--Twilio:ApiBaseUrl={Twilio.Address}", $"--Twilio:AccountsBaseUrl={Twilio.Address}", $"--Twilio:IamBaseUrl={Twilio.Address}",
                "--VoiceCodes:Enabled=true", "--VoiceCodes:Organizations:0=calling",
            ],
            HostPurpose.Serve, CancellationToken.None);
        Get<ILoggerFactory>().AddProvider(Log);
        await Get<SchemaGate>().PassAsync(CancellationToken.None);
        await _host.App.StartAsync();
        while (!Get<OrgChangeFeed>().IsListening)
            await Task.Delay(20);
    }

    /// <summary>A clinic in Britain with an account of its own and room for hundreds of visits a day.</summary>
    internal async Task<TextingClinic> NewClinicAsync(string? slug = null, int providers = 1)
    {
        var account = Twilio.AddAccount();
        slug ??= $"t{Guid.NewGuid():N}"[..20];
        var people = Enumerable.Range(1, providers).Select(i => $"p{i}").ToList();
        var file = $$"""
            {"schema":"orchestrator-org/1","slug":"{{slug}}","name":"Harborview","timeZone":"Europe/London","country":"GB","locale":"en-GB","slotIntervalMinutes":10,
             "otp":{"allowedCountries":["GB"]},
             "vapi":{"secrets":["{{TextingClinic.SecretOf(slug)}}"]},
             "locations":[{"id":"main","name":"Main","timeZone":"Europe/London"}],
             "services":[{"id":"visit","name":"Visit","durationMinutes":10,"providerIds":[{{string.Join(',', people.Select(p => $"\"{p}\""))}}]}],
             "providers":[{{string.Join(',', people.Select(p => $$"""{"id":"{{p}}","name":"Dr. {{p}}","locationId":"main","workingHours":[{"days":["MO","TU","WE","TH","FR","SA","SU"],"start":"00:00","end":"23:50"}]}"""))}}],
             "twilio":{"accountSid":"{{account.Sid}}","authToken":"{{account.Token}}","from":"{{StandInAccount.DefaultNumber}}"} }
            """;
        var imported = await Get<OrgImporter>().ImportAsync(Encoding.UTF8.GetBytes(file), Actor.Operator("test"), CancellationToken.None);
        Assert.True(imported.TryGet(out var done, out var faults), faults?.ToString());
        return new TextingClinic(this, done.Org, slug, account);
    }

    /// <summary>One value that the organization sees, from a statement that is committed.</summary>
    public async Task<T> ScalarAsync<T>(OrgId org, string sql)
    {
        await using var connection = await Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection) { Parameters = { new() { Value = org.ToString() } } })
            await name.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var value = (T)(await command.ExecuteScalarAsync())!;
        await transaction.CommitAsync();
        return value;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await Twilio.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
