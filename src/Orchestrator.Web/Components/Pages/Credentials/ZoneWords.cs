using System.Globalization;
using NodaTime;

namespace Orchestrator.Web.Components.Pages.Credentials;

internal static class ZoneWords
{
    /// <summary>Hours and minutes on the clinic's wall.</summary>
    public static string LocalTime(this DateTimeZone zone, Instant at) => at.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
