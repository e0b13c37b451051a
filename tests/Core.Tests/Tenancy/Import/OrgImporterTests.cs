using System.Text;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy.Import;

public sealed class OrgImporterTests(TestDatabase database)
{
    [Fact]
    public async Task ImportAsync_OneNewClinicFromManyAtOnce_IsMadeOnceAndRefusedToNobody()
    {
        var name = $"race-{Guid.NewGuid():N}";
        var file = Encoding.UTF8.GetBytes($$"""
            {"schema":"orchestrator-org/1","slug":"{{name}}","name":"Race","timeZone":"Europe/London","country":"GB","vapi":{"secrets":["secret-of-{{name}}"]} }
            """);
        var keys = new KeyRing(new Dictionary<string, byte[]> { ["k1"] = new byte[32] });
        var importer = new OrgImporter(database.Db, new OrgList(database.Contexts), new OrgStore(database.Db, keys), keys, TimeProvider.System);

        var imports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => importer.ImportAsync(file, Actor.Operator("test"), TestContext.Current.CancellationToken))));

        Assert.All(imports, import => Assert.True(import.IsSuccess));
        Assert.Single(imports, import => import.Value.IsNew);
        Assert.Single(imports.Select(import => import.Value.Org).Distinct());
    }
}
