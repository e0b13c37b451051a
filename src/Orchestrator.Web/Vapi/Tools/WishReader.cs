using System.Globalization;
using NodaTime;
using Orchestrator.Core;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Scheduling.Spoken;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>Reads <c>date</c>, <c>from</c>, <c>to</c>, <c>time</c>, <c>part_of_day</c>, <c>near</c> and <c>limit</c> into one wish.</summary>
internal static class WishReader
{
    private static readonly string[] TextArguments = ["date", "from", "to", "time", "part_of_day", "near"];

    /// <returns>The wish, or the answer that asks for what is unclear.</returns>
    public static Result<AvailabilityWish, ToolAnswer> Read(ToolTurn turn, Visit visit, ToolArguments arguments)
    {
        if (TextArguments.Any(name => arguments[name].State is ArgumentState.Unusable))
            return WhenAnswers.Unreadable(turn);
        if (!ReadLimit(turn, arguments).TryGet(out var limit, out var refusal))
            return refusal;
        if (!ReadNear(turn, arguments).TryGet(out var near, out refusal))
            return refusal;

        var spanned = !arguments["from"].IsMissing || !arguments["to"].IsMissing;
        var when = spanned
            ? SpokenWhen.ReadSpan(arguments["from"].Text, arguments["to"].Text, turn.Spoken)
            : SpokenWhen.Read(arguments["date"].Text, arguments["time"].Text, arguments["part_of_day"].Text, turn.Spoken);
        // A span is read from its two ends alone; the time of day stands beside it.
        var beside = spanned ? SpokenWhen.Read(null, arguments["time"].Text, arguments["part_of_day"].Text, turn.Spoken) : null;
        if (beside is SpokenWhen.Unclear vague)
            return WhenAnswers.Unclear(turn, vague.Reason, vague.Candidates);
        if (beside is SpokenWhen.Impossible)
            return WhenAnswers.Impossible(turn);

        var horizon = turn.Today.PlusDays(turn.Clinic.Schedule.HorizonDaysFor(visit.Service));
        return when.Match<Result<AvailabilityWish, ToolAnswer>>(
            day => day.Date < turn.Today ? WhenAnswers.Past(turn, day.Date) : Narrow(turn, visit, new AvailabilityWish(day.Date, day.Date), day.Time ?? TimeOf(beside)),
            span => span.To < turn.Today
                ? WhenAnswers.Past(turn, span.To.Value)
                : Narrow(turn, visit, new AvailabilityWish(LocalDate.Max(span.From, turn.Today), span.To ?? horizon), span.Time ?? TimeOf(beside)),
            past => WhenAnswers.Past(turn, past.Date),
            _ => WhenAnswers.Impossible(turn),
            unclear => WhenAnswers.Unclear(turn, unclear.Reason, unclear.Candidates),
            missing => Narrow(turn, visit, new AvailabilityWish(turn.Today, horizon), missing.Time))
            .Match<Result<AvailabilityWish, ToolAnswer>>(wish => wish with { Near = near.At, Limit = limit.Count }, answer => answer);
    }

    private static TimeWish? TimeOf(SpokenWhen? beside) => (beside as SpokenWhen.Missing)?.Time;

    private static Result<AvailabilityWish, ToolAnswer> Narrow(ToolTurn turn, Visit visit, AvailabilityWish wish, TimeWish? time)
    {
        if (time is null)
            return wish;
        var days = Enumerable.Range(0, Math.Min(14, Period.DaysBetween(wish.From, wish.To) + 1)).Select(wish.From.PlusDays);
        return time.Resolve(days, (date, at) => turn.Clinic.IsOpen(visit.Service, visit.Provider, date, at, turn.Zone)).Match<Result<AvailabilityWish, ToolAnswer>>(
            at => wish.IsOneDay
                ? wish with { Exact = wish.From.At(at.Time), IsApproximate = at.Approximate }
                : wish with { Window = Around(at.Time, turn.Clinic.Schedule.SlotIntervalMinutesFor(visit.Service)) },
            between => wish with { Window = new TimeWindow(between.Range.From, between.Range.To) },
            unclear => WhenAnswers.UnclearTime(turn, unclear.Earlier, unclear.Later));
    }

    // In a span one time of day means the starts that are it, or the one before it where it is off the grid.
    private static TimeWindow Around(LocalTime time, int interval)
    {
        var minute = ((time.Hour * 60) + time.Minute) / interval * interval;
        var from = new LocalTime(minute / 60, minute % 60);
        var until = from.PlusMinutes(interval);
        return new TimeWindow(from, until > from ? until : null);
    }

    private static Result<LimitValue, ToolAnswer> ReadLimit(ToolTurn turn, ToolArguments arguments)
    {
        var limit = arguments["limit"];
        if (limit.IsMissing)
            return new LimitValue(null);
        if (limit.TryGet(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 500)
            return new LimitValue(count);
        return turn.Refused(ToolCodes.InvalidArgument, "How many times shall I name?", RefusalAction.AskAgain).Done();
    }

    private static Result<NearValue, ToolAnswer> ReadNear(ToolTurn turn, ToolArguments arguments)
    {
        var near = arguments["near"];
        if (near.IsMissing)
            return new NearValue(null);
        return SpokenStart.Read(near.Text, turn.Spoken, (_, _) => true) is SpokenStart.At at
            ? new NearValue(at.Exact ?? at.Local.InZoneLeniently(turn.Zone).ToInstant())
            : WhenAnswers.Unreadable(turn);
    }

    private sealed record LimitValue(int? Count);

    private sealed record NearValue(Instant? At);
}
