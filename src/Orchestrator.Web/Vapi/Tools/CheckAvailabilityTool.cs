using System.Collections.Immutable;
using NodaTime;
using Orchestrator.Core;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary><c>check_availability</c>: what is free on a day or in a span, in the caller's own words.</summary>
internal sealed class CheckAvailabilityTool(ClinicDirectory clinics, AvailabilityService availability, ToolMemory memory, TimeProvider time) : IVoiceTool
{
    private const int MostOfASpan = 20;
    private const int MostAtAll = 500;

    public string Name => "check_availability";

    public async ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct)
    {
        var turn = new ToolTurn(context, await clinics.GetAsync(context.Org, ct), call, time.GetCurrentInstant());
        return await memory.RememberAsync(context, Name, await AnswerAsync(turn, arguments, ct), ct);
    }

    private async Task<ToolAnswer> AnswerAsync(ToolTurn turn, ToolArguments arguments, CancellationToken ct)
    {
        if (!VisitReader.Read(turn, arguments).TryGet(out var visit, out var unclear))
            return unclear;
        turn = turn with { Zone = turn.Clinic.ZoneOf(visit.Service, visit.Provider) };
        if (!WishReader.Read(turn, visit, arguments).TryGet(out var wish, out unclear))
            return unclear;

        var horizon = turn.Today.PlusDays(turn.Clinic.Schedule.HorizonDaysFor(visit.Service));
        if (wish.From > horizon)
            return await NothingFreeAsync(turn, visit, wish, $"We cannot book as far ahead as {turn.Day(wish.From)}.", ct);
        if (wish.Exact is { } exact && await RefuseTimeAsync(turn, visit, wish, exact, ct) is { } refusal)
            return refusal;

        var found = await availability.SearchAsync(turn.Context, turn.Clinic, new SlotQuery
        {
            ServiceId = visit.Service.Id,
            ProviderId = visit.Provider?.Id,
            From = wish.From,
            To = wish.To,
            Window = wish.Window,
            Near = wish.Near,
            Limit = wish.Limit ?? (wish.IsOneDay ? MostAtAll : MostOfASpan),
            CallId = turn.Context.CallId,
            Now = turn.Now,
        }, ct);
        if (found.IsEmpty)
            return await NothingFreeAsync(turn, visit, wish, wish.IsOneDay ? $"Nothing is free on {turn.Day(wish.From)}." : "Nothing is free then.", ct);
        return turn.Good(ToolCodes.Available, Offer(turn, visit, wish, found)).Slots("slots", found, turn.Clinic.Schedule).Done();
    }

    private static string Offer(ToolTurn turn, Visit visit, AvailabilityWish wish, ImmutableArray<Slot> found)
    {
        var with = visit.Provider is { } provider ? $" with {provider.Name}" : "";
        if (wish.Exact is not { } exact)
            return $"{turn.Starts([.. found.Take(3)])} {(found.Length == 1 ? "is" : "are")} free{with}.";
        if (found.Any(slot => slot.Start.LocalDateTime == exact))
            return $"{turn.Time(exact.TimeOfDay)} on {turn.Day(exact.Date)} is free{with}.";
        var nearest = found.OrderBy(slot => Period.Between(exact, slot.Start.LocalDateTime, PeriodUnits.Minutes).Minutes is var minutes ? Math.Abs(minutes) : 0)
            .Take(3).OrderBy(slot => slot.Start.ToInstant());
        return $"{turn.Time(exact.TimeOfDay)} on {turn.Day(exact.Date)} is taken; {turn.Starts([.. nearest])} would be free{with}.";
    }

    // Order of the contract: past, outside hours, off the grid. Taken is not a refusal here: the day's other times are the answer.
    private async Task<ToolAnswer?> RefuseTimeAsync(ToolTurn turn, Visit visit, AvailabilityWish wish, LocalDateTime exact, CancellationToken ct)
    {
        var start = exact.InZoneLeniently(turn.Zone).ToInstant();
        var verdict = turn.Clinic.Finder.Check(start, visit.Service.Id, visit.Provider?.Id, BusyCalendar.Empty, turn.Now);
        if (verdict.Refusal is not { } refusal)
            return null;
        return refusal switch
        {
            StartRefusal.Past => WhenAnswers.PastTime(turn, exact),
            StartRefusal.OffGrid when wish.IsApproximate => null,
            StartRefusal.WithinNotice or StartRefusal.OutsideHours or StartRefusal.OffGrid => await StartRefusals.AnswerAsync(availability, turn, visit, start, refusal, ct),
            StartRefusal.BeyondHorizon or StartRefusal.NotOffered or StartRefusal.Busy => null,
        };
    }

    private async Task<ToolAnswer> NothingFreeAsync(ToolTurn turn, Visit visit, AvailabilityWish wish, string why, CancellationToken ct)
    {
        var aim = wish.Exact ?? wish.From.At(wish.Window?.From ?? LocalTime.Midnight);
        var wanted = aim.InZoneLeniently(turn.Zone).ToInstant();
        var others = await availability.AlternativesAsync(turn.Context, turn.Clinic, wanted, visit.Service.Id, visit.Provider?.Id, turn.Now, 3, ct);
        var say = others.IsEmpty ? $"{why} I see no other free time either." : $"{why} The nearest free times are {turn.Starts(others)}.";
        return turn.Refused(ToolCodes.NoAvailability, say, others.IsEmpty ? RefusalAction.Escalate : RefusalAction.OfferAlternatives)
            .Slots("slots", [], turn.Clinic.Schedule).Slots("alternatives", others, turn.Clinic.Schedule).Done();
    }
}
