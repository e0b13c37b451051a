using System.Globalization;
using NodaTime;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>Every organization's configuration, from memory; what is changed here or elsewhere is in force at once.</summary>
public sealed class ClinicDirectory : ICallRouting
{
    private readonly OrgCache<Clinic> _clinics;

    public ClinicDirectory(OrgStore store, OrgChangeFeed feed) => _clinics = new OrgCache<Clinic>(feed, (org, ct) => LoadAsync(store, org, ct));

    /// <exception cref="InvalidOperationException">There is no such organization, or it was never imported whole.</exception>
    public ValueTask<Clinic> GetAsync(OrgId org, CancellationToken ct) => _clinics.GetAsync(org, ct);

    /// <summary>For whoever has learnt that what is in memory is old before the news of it arrived.</summary>
    public void Forget(OrgId org) => _clinics.Drop(org);

    public async ValueTask<CallRoute> RouteOfAsync(OrgContext context, CancellationToken ct)
    {
        var clinic = await GetAsync(context.Org, ct);
        return new CallRoute(clinic.AssistantIds is [var first, ..] ? first : null, clinic.TransferNumber);
    }

    private static async Task<Clinic> LoadAsync(OrgStore store, OrgId org, CancellationToken ct)
    {
        var stored = await store.LoadAsync(new OrgContext(org, Actor.Job("clinic-directory")), ct)
            ?? throw new InvalidOperationException($"Organization {org} has no settings.");
        var file = stored.File;
        return new Clinic
        {
            Org = org,
            Slug = file.Slug,
            Version = stored.Version,
            Name = file.Name,
            Country = file.Country,
            Locale = CultureInfo.GetCultureInfo(file.Locale),
            HoldLength = Duration.FromMinutes(file.HoldMinutes),
            Otp = file.Otp,
            IsTest = file.IsTest,
            TransferNumber = file.TransferNumber,
            AssistantIds = file.Vapi.AssistantIds,
            Finder = new SlotFinder(file.ToSchedule((kind, key) => stored.Ids[(kind, key)])),
        };
    }
}
