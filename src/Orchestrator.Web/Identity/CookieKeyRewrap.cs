using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Credentials;
using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Identity;

/// <summary>
/// Seals the keys of cookies and antiforgery tokens again under the active key-encryption key. They are of no organization, and
/// the serving role may never change one: it takes the owner's connection.
/// </summary>
internal sealed class CookieKeyRewrap(IDbContextFactory<UsersDbContext> contexts, DatabaseConnections connections, KeyRing keys)
{
    private const string Element = "sealed";

    /// <returns>How many were sealed again; none without ConnectionStrings:OrchestratorOwner.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (connections.Owner is not { } owner)
            return 0;
        var options = new DbContextOptionsBuilder<UsersDbContext>();
        UsersModel.Configure(options, owner);
        await using var db = new UsersDbContext(options.Options);
        var count = 0;
        foreach (var row in await db.DataProtectionKeys.ToListAsync(ct))
        {
            if (row.Xml is null)
                continue;
            var xml = XElement.Parse(row.Xml, LoadOptions.PreserveWhitespace);
            var due = xml.DescendantsAndSelf(Element).Where(part => KeyRing.KeyIdOf(Convert.FromBase64String(part.Value)) != keys.ActiveId).ToList();
            foreach (var part in due)
                part.Value = Convert.ToBase64String(keys.Seal(keys.Open(Convert.FromBase64String(part.Value), KeyRingXmlEncryptor.Purpose), KeyRingXmlEncryptor.Purpose));
            if (due.Count == 0)
                continue;
            row.Xml = xml.ToString(SaveOptions.DisableFormatting);
            count += due.Count;
        }
        await db.SaveChangesAsync(ct);
        return count;
    }

    /// <summary>Ids of the keys that they need.</summary>
    public async Task<IReadOnlyDictionary<string, int>> InUseAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.DataProtectionKeys.AsNoTracking().Select(row => row.Xml).ToListAsync(ct);
        return rows.OfType<string>()
            .SelectMany(xml => XElement.Parse(xml).DescendantsAndSelf(Element))
            .Select(part => KeyRing.KeyIdOf(Convert.FromBase64String(part.Value)))
            .OfType<string>().CountBy(id => id).ToDictionary(StringComparer.Ordinal);
    }
}
