using CsCheck;
using NodaTime;
using Orchestrator.Core.Scheduling;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling;

public sealed class SlotFinderPropertyTests
{
    [Fact]
    public void Search_GeneratedClinics_AgreesWithTheMinuteByMinuteSolver() => GeneratedClinic.Any.Sample(
        clinic =>
        {
            var expected = BruteForce.Search(clinic.Schedule, clinic.Query, clinic.Busy).Select(slot => $"{slot.Start} {string.Join(',', slot.Providers)}");

            var slots = new SlotFinder(clinic.Schedule).Search(clinic.Query, new BusyCalendar(clinic.Busy));

            Assert.Equal(expected, slots.Select(slot => $"{slot.Start.ToInstant()} {string.Join(',', slot.ProviderIds)}"));
        },
        iter: 300);

    [Fact]
    public void Check_GeneratedClinics_AllowsEveryOfferAndNothingElse() => GeneratedClinic.Any.Sample(
        clinic =>
        {
            var finder = new SlotFinder(clinic.Schedule);
            var busy = new BusyCalendar(clinic.Busy);
            var query = clinic.Query with { Limit = null, Near = null, PartOfDay = null };

            var offered = finder.Search(query, busy).ToDictionary(slot => slot.Start.ToInstant());
            var zones = clinic.Schedule.Providers.Select(clinic.Schedule.ZoneOf).ToArray();
            var first = query.From.AtMidnight().InUtc().ToInstant();
            for (var minute = 0; minute < 26 * 60; minute += 5)
            {
                var start = first + Duration.FromMinutes(minute);
                if (!zones.All(zone => start.InZone(zone).Date >= query.From && start.InZone(zone).Date <= query.To))
                    continue;

                var verdict = finder.Check(start, query.ServiceId, query.ProviderId, busy, query.Now, query.CallId);

                Assert.Equal(offered.GetValueOrDefault(start), verdict.Slot);
                Assert.Equal(verdict.Refusal is null, verdict.Candidates.Length > 0);
            }
        },
        iter: 300);

    [Fact]
    public void SpanToLoad_GeneratedClinics_LosesNoRowThatMatters() => GeneratedClinic.Any.Sample(
        clinic =>
        {
            var finder = new SlotFinder(clinic.Schedule);
            var span = finder.SpanToLoad(clinic.Query);

            var some = new BusyCalendar(clinic.Busy.Where(row => row.BlockedFrom < span.End && row.BlockedTo > span.Start));

            Assert.Equal(finder.Search(clinic.Query, new BusyCalendar(clinic.Busy)), finder.Search(clinic.Query, some));
        },
        iter: 200);
}
