using NodaTime;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Credentials;

public sealed class CredentialUseCounterTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FlushAsync_TwoInstancesAtOnce_AddUpAndNothingIsCountedTwice()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var version = await AddVersionAsync(clinic.Org);
        var instances = Enumerable.Range(0, 2).Select(_ => new CredentialUseCounter(database.Db, TimeProvider.System, database.Activity)).ToList();

        for (var round = 0; round < 10; round++)
        {
            foreach (var instance in instances)
            {
                for (var send = 0; send < 50; send++)
                    instance.Add(clinic.Org, version, isRefused: send == 0);
            }
            await Task.WhenAll(instances.Select(instance => instance.FlushAsync(Ct)));
        }

        Assert.Equal(0, await instances[0].FlushAsync(Ct));
        Assert.Equal("1000 20", await database.ScalarAsync<string>(clinic.Org, "select sum(sends) || ' ' || sum(refused) from credential_use"));
    }

    [Fact]
    public async Task FlushAsync_DatabaseGone_CountsItNextTime()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var version = await AddVersionAsync(clinic.Org);
        await using var gone = Npgsql.NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x;Timeout=2");
        var counter = new CredentialUseCounter(TestDatabase.DbOf(gone), TimeProvider.System, database.Activity);
        counter.Add(clinic.Org, version, isRefused: false);

        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => counter.FlushAsync(Ct));

        await Assert.ThrowsAnyAsync<Npgsql.NpgsqlException>(() => counter.FlushAsync(Ct));
    }

    private async Task<Guid> AddVersionAsync(OrgId org)
    {
        var id = Guid.CreateVersion7();
        await database.Db.RunAsync(new OrgContext(org, Actor.Job("test")), async (rows, ct) =>
        {
            rows.Add(new CredentialVersion { OrgId = org.Value, Id = id, Number = 1, Sealed = [1], LastFour = "1234", Fingerprint = "f", CreatedAt = Instant.FromUnixTimeSeconds(0) });
            await rows.SaveChangesAsync(ct);
        }, Ct);
        return id;
    }
}
