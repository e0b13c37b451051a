using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Desk;

/// <summary>Finds contacts, holds and calls for the palette: by last digits, by the beginning of an id, contacts and holds also by name. Needs <see cref="StaffTask.SeeDesk"/>.</summary>
public sealed class DeskSearch(HoldList holds, CallList calls)
{
    private const int Limit = 5;

    /// <summary>Short of three characters finds nothing: it would find everybody.</summary>
    public async Task<DeskHits> FindAsync(OrgContext context, string text, CancellationToken ct)
    {
        if (text.Trim().Length < 3)
            return new DeskHits([], [], []);
        var found = await holds.FindAsync(context, new HoldFilter { Text = text }, null, ct, Limit);
        var rung = await calls.FindAsync(context, new CallFilter { Text = text }, null, ct, Limit);
        var people = await holds.ContactsAsync(context, text, Limit, ct);
        return new DeskHits(people, found.Rows, rung.Rows);
    }
}
