using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>What a phrase about time is relative to.</summary>
/// <param name="Now">The clinic's wall clock at the moment of speaking.</param>
/// <param name="Zone">The clinic's zone: an instant with an offset is converted to it.</param>
/// <param name="Locale">BCP 47 tag such as "en-US"; decides the order of numeric dates and the first day of the week.</param>
public sealed record SpokenContext(LocalDateTime Now, DateTimeZone Zone, string Locale)
{
    public LocalDate Today => Now.Date;

    public static SpokenContext At(Instant now, DateTimeZone zone, string locale)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new SpokenContext(now.InZone(zone).LocalDateTime, zone, locale);
    }
}
