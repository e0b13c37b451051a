using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy.Stored;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads an organization's configuration from its rows, as the file that would make them.</summary>
public sealed class OrgStore(OrgDb db, KeyRing keys)
{
    /// <summary>The configuration as it stands, or none when the organization has not been imported whole.</summary>
    public Task<StoredOrg?> LoadAsync(OrgContext context, CancellationToken ct) =>
        db.RunAsync(context, (rows, token) => LoadAsync(context.Org, rows, token), ct);

    internal async Task<StoredOrg?> LoadAsync(OrgId org, OrchestratorDbContext rows, CancellationToken ct)
    {
        var settings = await rows.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.OrgId == org.Value, ct);
        if (settings is null)
            return null;
        var slug = await rows.Organizations.AsNoTracking().Where(row => row.Id == org.Value).Select(row => row.Slug).SingleAsync(ct);
        var locations = await rows.Locations.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Position).ToListAsync(ct);
        var services = await rows.Services.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Position).ToListAsync(ct);
        var providers = await rows.Providers.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Position).ToListAsync(ct);
        var rooms = await rows.Rooms.AsNoTracking().Where(row => row.IsActive).OrderBy(row => row.Position).ToListAsync(ct);
        var secrets = await rows.VoiceSecrets.AsNoTracking().OrderBy(row => row.Position).ToListAsync(ct);
        var numbers = await rows.VoiceNumbers.AsNoTracking().OrderBy(row => row.Position).ToListAsync(ct);
        var assistants = await rows.VoiceAssistants.AsNoTracking().OrderBy(row => row.Position).ToListAsync(ct);
        var credential = await rows.CredentialVersions.AsNoTracking().Where(row => row.State == CredentialState.Active)
            .OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);

        var redaction = await PolicyRows.CurrentAsync(org, rows, ct);

        var placeNames = locations.ToDictionary(row => row.Id, row => row.Key);
        var people = providers.ToDictionary(row => row.Id, row => row.Key);
        var file = new OrgFile
        {
            Slug = slug,
            Name = settings.Name,
            TimeZone = settings.TimeZone,
            Country = settings.Country,
            Locale = settings.Locale,
            SlotIntervalMinutes = settings.SlotIntervalMinutes,
            MinNoticeMinutes = settings.MinNoticeMinutes,
            HorizonDays = settings.HorizonDays,
            HoldMinutes = settings.HoldMinutes,
            RetentionDays = settings.RetentionDays,
            TransferNumber = settings.TransferNumber,
            IsTest = settings.IsTest,
            Otp = Policy(settings),
            Redaction = new OrgFileRedaction(redaction.Rules),
            Vapi = new OrgFileVapi(
                [.. Masked(secrets, VoiceSecretKind.Shared)],
                [.. Masked(secrets, VoiceSecretKind.Hmac)],
                [.. numbers.Select(row => new OrgFilePhoneNumber(row.Id, row.Number))],
                [.. assistants.Select(row => row.Id)]),
            Twilio = credential is null ? null : TwilioAccount.Open(keys, credential).ToFile(),
            Locations = [.. locations.Select(row => new OrgFileLocation(row.Key, row.Name, row.TimeZone, OrgFileFragments.ReadClosures(row.Closures)))],
            Services = [.. services.Select(row => Service(row, people))],
            Providers = [.. providers.Select(row => Provider(row, placeNames[row.LocationId]))],
            Rooms = [.. rooms.Select(row => new OrgFileRoom(row.Key, row.Name, row.Type, placeNames[row.LocationId]))],
        };
        var ids = new Dictionary<(OrgFileKind, string), Guid>();
        foreach (var row in locations)
            ids[(OrgFileKind.Location, row.Key)] = row.Id;
        foreach (var row in services)
            ids[(OrgFileKind.Service, row.Key)] = row.Id;
        foreach (var row in providers)
            ids[(OrgFileKind.Provider, row.Key)] = row.Id;
        foreach (var row in rooms)
            ids[(OrgFileKind.Room, row.Key)] = row.Id;
        return new StoredOrg(file, settings.Version, ids);
    }

    private static OtpPolicy Policy(OrgSettings row) => new(
        row.OtpDigits, Duration.FromMinutes(row.OtpLifeMinutes), row.OtpMaxAttempts, Duration.FromSeconds(row.OtpCooldownSeconds),
        row.OtpMaxSends, row.OtpIsRequired, [.. row.OtpAllowedCountries]);

    private static IEnumerable<OrgFileSecret> Masked(List<StoredVoiceSecret> secrets, VoiceSecretKind kind) =>
        secrets.Where(row => row.Kind == kind).Select(row => OrgFileSecret.Masked(row.LastFour));

    private static OrgFileService Service(Scheduling.Stored.StoredService row, Dictionary<Guid, string> people) => new()
    {
        Id = row.Key,
        Name = row.Name,
        DurationMinutes = row.DurationMinutes,
        BufferBeforeMinutes = row.BufferBeforeMinutes,
        BufferAfterMinutes = row.BufferAfterMinutes,
        SlotIntervalMinutes = row.SlotIntervalMinutes,
        MinNoticeMinutes = row.MinNoticeMinutes,
        HorizonDays = row.HorizonDays,
        Capacity = row.Capacity,
        RequiresRoomType = row.RequiresRoomType,
        ProviderIds = [.. row.ProviderIds.Where(people.ContainsKey).Select(id => people[id])],
    };

    private static OrgFileProvider Provider(Scheduling.Stored.StoredProvider row, string location) => new()
    {
        Id = row.Key,
        Name = row.Name,
        LocationId = location,
        WorkingHours = OrgFileFragments.ReadWindows(row.WorkingHours),
        Breaks = OrgFileFragments.ReadWindows(row.Breaks),
        DateOverrides = OrgFileFragments.ReadOverrides(row.DateOverrides),
        TimeOff = OrgFileFragments.ReadTimeOff(row.TimeOff),
    };
}
