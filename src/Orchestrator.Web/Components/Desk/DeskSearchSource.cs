using NodaTime;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Components.Layout;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Desk;

/// <summary>Contacts, holds and calls in the palette: by last digits, the beginning of a number, or a patient's name.</summary>
internal sealed class DeskSearchSource(DeskSearch search, ClinicDirectory clinics, TimeProvider time) : ISearchSource
{
    public async Task<IReadOnlyList<SearchHit>> FindAsync(CurrentOrg org, string text, CancellationToken ct)
    {
        if (!org.May(StaffTask.SeeDesk))
            return [];
        var found = await search.FindAsync(org.Context, text, ct);
        var words = new ClinicWords(await clinics.GetAsync(org.Id, ct));
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return
        [
            .. found.Contacts.Select(contact => new SearchHit(
                "Contacts", contact.Name, $"{(contact.Holds == 1 ? "1 hold" : $"{contact.Holds} holds")}{(contact.LastFour is { } end ? $" · phone ending {end}" : "")}",
                org.Url($"holds?q={Uri.EscapeDataString(contact.Name)}"), "user")),
            .. found.Holds.Select(hold => new SearchHit(
                "Holds", $"{hold.Patient ?? "No name given"}, {words.When(hold.StartsAt, hold.ProviderId, now)}",
                $"{words.Provider(hold.ProviderId)} · phone ending {hold.LastFour}", org.Url($"holds?open={hold.Id}"), "hourglass")),
            .. found.Calls.Select(call => new SearchHit(
                "Calls", words.When(call.StartedAt, call.ProviderId ?? Guid.Empty, now),
                CallLook.Of(call.State).Word + (call.LastFour is { } digits ? $" · phone ending {digits}" : ""),
                org.Url($"calls?open={Uri.EscapeDataString(call.Id)}"), "phone")),
        ];
    }
}
