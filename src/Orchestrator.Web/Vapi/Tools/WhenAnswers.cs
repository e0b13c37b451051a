using NodaTime;
using Orchestrator.Core.Scheduling.Spoken;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>What is said when a day or time cannot be used as it was given. Asked back with weekday and date, never guessed.</summary>
internal static class WhenAnswers
{
    public static ToolAnswer Past(ToolTurn turn, LocalDate date) => turn.Refused(
        ToolCodes.PastDate,
        $"{turn.Day(date)} has already passed; today is {turn.Day(turn.Today)}. Which day would suit you?",
        RefusalAction.AskAgain).Done();

    public static ToolAnswer PastTime(ToolTurn turn, LocalDateTime at) => turn.Refused(
        ToolCodes.PastDate,
        $"{turn.Time(at.TimeOfDay)} today has already passed; it is {turn.Time(turn.Now)} now. Which time would suit you?",
        RefusalAction.AskAgain).Done();

    public static ToolAnswer Impossible(ToolTurn turn) => turn.Refused(
        ToolCodes.InvalidArgument,
        $"That is not a date or time that exists. Today is {turn.Day(turn.Today)}. Which day did you mean?",
        RefusalAction.AskAgain).Done();

    public static ToolAnswer Unclear(ToolTurn turn, UnclearReason reason, IReadOnlyList<LocalDate> candidates)
    {
        var days = candidates.Select(turn.Day).ToList();
        var say = reason switch
        {
            UnclearReason.WeekdayAndDateDiffer or UnclearReason.DayOrMonthFirst or UnclearReason.SeveralDates when days.Count > 0 => $"Do you mean {SpokenFormat.Or(days)}?",
            UnclearReason.WeekdayAndDateDiffer => "The weekday and the date do not go together. Which of them did you mean?",
            UnclearReason.DayOrMonthFirst => "Which month and which day did you mean?",
            UnclearReason.SeveralDates => "Which one day shall I look at first?",
            UnclearReason.SeveralTimes => "Which time did you mean?",
            UnclearReason.Excluded => "Which day or time would suit you, then?",
            UnclearReason.NotUnderstood => $"I did not understand the day. Today is {turn.Day(turn.Today)}. Could you say the weekday and the date?",
        };
        return turn.Refused(ToolCodes.DateUnclear, say, RefusalAction.AskAgain)
            .Texts("candidates", [.. candidates.Select(date => date.ToString("uuuu'-'MM'-'dd", null))]).Done();
    }

    public static ToolAnswer UnclearTime(ToolTurn turn, LocalTime earlier, LocalTime later) => turn.Refused(
        ToolCodes.DateUnclear,
        $"Do you mean {turn.Time(earlier)} or {turn.Time(later)}?",
        RefusalAction.AskAgain).Done();

    public static ToolAnswer Unreadable(ToolTurn turn) => turn.Refused(
        ToolCodes.InvalidArgument,
        $"I did not get the day and time. Today is {turn.Day(turn.Today)}. Could you say them again?",
        RefusalAction.AskAgain).Done();
}
