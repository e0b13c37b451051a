using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Scheduling.Stored;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tenancy.Stored;
using Xunit;

namespace Orchestrator.Core.Tests;

/// <summary>A fresh organization with some providers and one half-hour service.</summary>
internal sealed class TestClinic
{
    private static int s_calls;

    private TestClinic(OrgId org, Guid[] providers, Guid service) => (Org, Providers, Service) = (org, providers, service);

    public static Instant FirstSlot { get; } = Instant.FromUtc(2030, 1, 7, 9, 0);

    public const string RoomType = "treatment";

    public OrgId Org { get; }

    public IReadOnlyList<Guid> Providers { get; }

    public Guid Service { get; }

    public static async Task<TestClinic> CreateAsync(TestDatabase database, int providers = 1, int capacity = 1, int rooms = 0)
    {
        var org = OrgId.New();
        var context = new OrgContext(org, Actor.Job("test"));
        var location = Guid.CreateVersion7();
        var people = Enumerable.Range(0, providers).Select(_ => Guid.CreateVersion7()).ToArray();
        var service = Guid.CreateVersion7();
        await database.Db.RunAsync(context, async (db, ct) =>
        {
            db.Add(new Organization { Id = org.Value, Slug = $"t-{org.Value:N}", CreatedAt = Instant.FromUtc(2026, 1, 1, 0, 0) });
            db.Add(new OrgSettings
            {
                OrgId = org.Value, Version = 1, Name = "Test", TimeZone = "Europe/London", Country = "GB", Locale = "en-GB", SlotIntervalMinutes = 30,
                HorizonDays = 3650, HoldMinutes = 10, RetentionDays = 90,
            });
            db.Add(new StoredLocation { OrgId = org.Value, Id = location, Key = "main", Name = "Main", TimeZone = "Europe/London", Closures = "[]" });
            await db.SaveChangesAsync(ct);
            foreach (var (id, index) in people.Select((id, index) => (id, index)))
            {
                db.Add(new StoredProvider
                {
                    OrgId = org.Value, Id = id, Key = $"p{index}", Name = $"Dr. {index}", LocationId = location,
                    WorkingHours = "[]", Breaks = "[]", DateOverrides = "[]", TimeOff = "[]", Position = index,
                });
            }
            for (var i = 0; i < rooms; i++)
                db.Add(new StoredRoom { OrgId = org.Value, Id = Guid.CreateVersion7(), Key = $"r{i}", Name = $"Room {i}", Type = RoomType, LocationId = location, Position = i });
            db.Add(new StoredService { OrgId = org.Value, Id = service, Key = "visit", Name = "Visit", DurationMinutes = 30, Capacity = capacity, ProviderIds = people });
            await db.SaveChangesAsync(ct);
        }, TestContext.Current.CancellationToken);
        return new TestClinic(org, people, service);
    }

    /// <summary>A call of its own, with a tool call of its own.</summary>
    public OrgContext NewCall() => Call($"call-{Interlocked.Increment(ref s_calls)}-{Org}");

    public OrgContext Call(string callId) => new(Org, Actor.Voice(callId), callId, $"tc-{Interlocked.Increment(ref s_calls)}-{Org}");

    public ClaimRequest Claim(
        Instant start, string patient = "Ada Byron", int minutes = 30, Guid[]? providers = null, Duration? hold = null, int capacity = 1) => new()
    {
        ClinicVersion = 1,
        ProviderIds = providers ?? [.. Providers],
        Answers = [.. (providers ?? [.. Providers]).Select(id => $$"""{"hold_id":"%hold_id%","provider":"{{id}}","expires_at":"%expires_at%"}""")],
        ServiceId = Service,
        Start = start,
        End = start + Duration.FromMinutes(minutes),
        BlockedFrom = start,
        BlockedTo = start + Duration.FromMinutes(minutes),
        Patient = PersonName.Read(patient).Value,
        Phone = PhoneNumber.Read("+447700900123", "GB").Value,
        HoldLength = hold ?? Duration.FromMinutes(10),
        Capacity = capacity,
    };

    /// <summary>The hold that a claim's answer names.</summary>
    public static Guid HoldId(Core.Calls.StoredAnswer answer) =>
        System.Text.Json.JsonDocument.Parse(answer.Json).RootElement.GetProperty("hold_id").GetGuid();
}
