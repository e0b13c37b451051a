using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>When a caller would like to come.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Window">Only starts in these hours.</param>
/// <param name="Exact">The one time that was named, of one day; starts of the whole day are the answer.</param>
/// <param name="IsApproximate">"around": then any start near it will do.</param>
/// <param name="Near">Nearest to this first.</param>
/// <param name="Limit">The most starts to give.</param>
internal sealed record AvailabilityWish(
    LocalDate From, LocalDate To, TimeWindow? Window = null, LocalDateTime? Exact = null, bool IsApproximate = false, Instant? Near = null, int? Limit = null)
{
    public bool IsOneDay => From == To;
}
