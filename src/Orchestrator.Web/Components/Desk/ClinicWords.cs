using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Components.Desk;

/// <summary>A clinic's ids and instants as its people say them: names, and times in the provider's zone and the clinic's locale.</summary>
public sealed class ClinicWords(Clinic clinic)
{
    public string Provider(Guid id) => clinic.Schedule.TryGetProvider(id, out var provider) ? provider.Name : "A former provider";

    public string Service(Guid id) => clinic.Schedule.TryGetService(id, out var service) ? service.Name : "A former service";

    public IEnumerable<(Guid Id, string Name)> Providers => clinic.Schedule.Providers.Select(provider => (provider.Id, provider.Name));

    /// <summary>"14:30" or "2:30 PM".</summary>
    public string Time(Instant at, Guid? provider = null) => Local(at, provider).TimeOfDay.ToString("t", clinic.Locale);

    /// <summary>"14:30:05".</summary>
    public string Seconds(Instant at) => Local(at, null).TimeOfDay.ToString("T", clinic.Locale);

    /// <summary>"Today, 14:30", "Tomorrow, 14:30" or "Tue 24 Nov, 14:30".</summary>
    public string When(Instant at, Guid provider, Instant now)
    {
        var local = Local(at, provider);
        var days = Period.DaysBetween(Local(now, provider).Date, local.Date);
        var day = days switch
        {
            0 => "Today",
            1 => "Tomorrow",
            _ => Day(local.Date),
        };
        return $"{day}, {local.TimeOfDay.ToString("t", clinic.Locale)}";
    }

    /// <summary>"Tue 24 Nov".</summary>
    public string Day(LocalDate day) => day.ToString("ddd d MMM", clinic.Locale);

    private LocalDateTime Local(Instant at, Guid? provider) => at.InZone(
        provider is { } id && clinic.Schedule.TryGetProvider(id, out var known) ? clinic.Schedule.ZoneOf(known) : clinic.Schedule.Zone).LocalDateTime;
}
