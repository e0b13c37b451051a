using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Orchestrator.Core.Scheduling.Spoken;

namespace Orchestrator.Core.Tests.Scheduling.Spoken;

/// <summary>Outcomes as short text, so that a table of phrases reads as one: "2026-12-03 14:30/02:30".</summary>
internal static class Described
{
    /// <summary>Wednesday 2 December 2026, 10:00 in San Francisco.</summary>
    public static SpokenContext Wednesday(string locale = "en-US") =>
        new(new LocalDateTime(2026, 12, 2, 10, 0), DateTimeZoneProviders.Tzdb["America/Los_Angeles"], locale);

    public static string Of(SpokenWhen when) => when.Match(
        day => Date(day.Date) + Of(day.Time),
        span => $"{Date(span.From)}..{(span.To is { } to ? Date(to) : "")}{Of(span.Time)}",
        past => $"past {Date(past.Date)}",
        _ => "impossible",
        unclear => string.Join(' ', ["unclear", unclear.Reason.ToString(), .. unclear.Candidates.Select(Date)]),
        missing => "missing" + Of(missing.Time));

    public static string Of(SpokenStart start) => start.Match(
        at => LocalDateTimePattern.GeneralIso.Format(at.Local)[..16] + (at.Exact is { } exact ? $" = {exact}" : ""),
        past => $"past {Date(past.Date)}",
        _ => "impossible",
        unclear => string.Join(' ', ["unclear", unclear.Reason.ToString(), .. unclear.Candidates.Select(Date)]),
        time => $"unclear {Date(time.Date)} {Time(time.Earlier)} or {Time(time.Later)}",
        _ => "no day",
        time => $"no time {Date(time.Date)}",
        _ => "missing");

    private static string Of(TimeWish? wish) => wish?.Match(
        at => $" {(at.Approximate ? "~" : "")}{Time(at.Time)}{(at.OrElse is { } other ? "/" + Time(other) : "")}",
        between => $" {Range(between.Range)}{(between.OrElse is { } other ? "/" + Range(other) : "")}",
        during => $" {during.Part}") ?? "";

    private static string Range(TimeRange range) => $"{Time(range.From)}-{(range.To is { } to ? Time(to) : "")}";

    private static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
