using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// The booking rules of one organization: what could be booked if nobody had booked anything. Immutable; every list is in the
/// order of the organization file. References between its parts are by database id and are complete.
/// </summary>
public sealed class ClinicSchedule
{
    private FrozenDictionary<Guid, Location> _locations = FrozenDictionary<Guid, Location>.Empty;
    private FrozenDictionary<Guid, Service> _services = FrozenDictionary<Guid, Service>.Empty;
    private FrozenDictionary<Guid, Provider> _providers = FrozenDictionary<Guid, Provider>.Empty;

    /// <summary>The organization's zone: fallback and display. Rules count in the zone of the location.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The grid of starts, minutes of the local clock; a divisor of 60.</summary>
    public required int SlotIntervalMinutes { get; init; }

    /// <summary>Elapsed time that must lie between now and a start; the boundary is allowed.</summary>
    public required Duration MinNotice { get; init; }

    /// <summary>A start's local date is at most this many days after today's.</summary>
    public required int HorizonDays { get; init; }

    public required ImmutableArray<Location> Locations
    {
        get;
        init
        {
            field = value;
            _locations = value.ToFrozenDictionary(location => location.Id);
        }
    }

    public required ImmutableArray<Service> Services
    {
        get;
        init
        {
            field = value;
            _services = value.ToFrozenDictionary(service => service.Id);
        }
    }

    public required ImmutableArray<Provider> Providers
    {
        get;
        init
        {
            field = value;
            _providers = value.ToFrozenDictionary(provider => provider.Id);
        }
    }

    public ImmutableArray<Room> Rooms { get; init; } = [];

    /// <exception cref="KeyNotFoundException">The id is not of this organization: a bug of the caller.</exception>
    public Location Location(Guid id) => _locations[id];

    /// <exception cref="KeyNotFoundException">The id is not of this organization: a bug of the caller.</exception>
    public Service Service(Guid id) => _services[id];

    /// <exception cref="KeyNotFoundException">The id is not of this organization: a bug of the caller.</exception>
    public Provider Provider(Guid id) => _providers[id];

    public bool TryGetService(Guid id, [NotNullWhen(true)] out Service? service) => _services.TryGetValue(id, out service);

    public bool TryGetProvider(Guid id, [NotNullWhen(true)] out Provider? provider) => _providers.TryGetValue(id, out provider);

    /// <summary>The service with this id in the organization file, or null. Exact.</summary>
    public Service? ServiceByKey(string key) => Services.FirstOrDefault(service => service.Key == key);

    /// <summary>The provider with this id in the organization file, or null. Exact.</summary>
    public Provider? ProviderByKey(string key) => Providers.FirstOrDefault(provider => provider.Key == key);

    /// <summary>The room with this id in the organization file, or null. Exact.</summary>
    public Room? RoomByKey(string key) => Rooms.FirstOrDefault(room => room.Key == key);

    /// <summary>The zone in which a provider's hours, and so the answers about the provider, are told.</summary>
    public DateTimeZone ZoneOf(Provider provider) => Location(provider.LocationId).Zone;

    /// <summary>The first service in file order, or the first that <paramref name="providerId"/> offers; null when there is none.</summary>
    public Service? DefaultService(Guid? providerId = null) =>
        Services.FirstOrDefault(service => providerId is not { } id || service.ProviderIds.Contains(id));

    public int SlotIntervalMinutesFor(Service service) => service.SlotIntervalMinutes ?? SlotIntervalMinutes;

    public Duration MinNoticeFor(Service service) => service.MinNotice ?? MinNotice;

    public int HorizonDaysFor(Service service) => service.HorizonDays ?? HorizonDays;
}
