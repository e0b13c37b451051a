using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Tenancy;

/// <summary>One organization's configuration as it stood at <see cref="Version"/>: immutable, shared, kept in memory.</summary>
public sealed record Clinic
{
    public required OrgId Org { get; init; }

    public required string Slug { get; init; }

    /// <summary>What the ledger compares with, so that no booking is made by rules that have changed since.</summary>
    public required long Version { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public required string Country { get; init; }

    public required CultureInfo Locale { get; init; }

    public required Duration HoldLength { get; init; }

    public required OtpPolicy Otp { get; init; }

    /// <summary>Texts go to the sandbox, also outside Development.</summary>
    public required bool IsTest { get; init; }

    /// <summary>E.164 number of the people at the desk, or none.</summary>
    public string? TransferNumber { get; init; }

    /// <summary>The voice platform's ids of the agents that answer, the first one first.</summary>
    public ImmutableArray<string> AssistantIds { get; init; } = [];

    public ClinicSchedule Schedule => Finder.Schedule;

    /// <summary>Offers and judges starts by this configuration.</summary>
    public required SlotFinder Finder { get; init; }

    /// <summary>The zone in which a visit's times are told: of the provider, else of the first who offers the service.</summary>
    public DateTimeZone ZoneOf(Service service, Provider? provider) => (provider, service.ProviderIds) switch
    {
        ({ } named, _) => Schedule.ZoneOf(named),
        (null, [var first, ..]) => Schedule.ZoneOf(Schedule.Provider(first)),
        _ => Schedule.Zone,
    };

    /// <summary>Whether somebody who could do the visit works at that wall-clock time, booked or not.</summary>
    public bool IsOpen(Service service, Provider? provider, LocalDate date, LocalTime time, DateTimeZone zone)
    {
        var at = date.At(time).InZoneLeniently(zone).ToInstant();
        return Finder.OpenTimes(service.Id, provider?.Id, date).Any(open => open.Contains(at));
    }
}
