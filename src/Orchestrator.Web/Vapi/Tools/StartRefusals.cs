using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>What is said when one named start cannot be had, with the nearest that can.</summary>
internal static class StartRefusals
{
    public static async Task<ToolAnswer> AnswerAsync(
        AvailabilityService availability, ToolTurn turn, Visit visit, Instant start, StartRefusal refusal, CancellationToken ct)
    {
        var local = start.InZone(turn.Zone);
        var others = await availability.AlternativesAsync(turn.Context, turn.Clinic, start, visit.Service.Id, visit.Provider?.Id, turn.Now, 3, ct);
        var offer = others.IsEmpty ? "" : $" The nearest free times are {turn.Starts(others)}.";
        var (code, why) = refusal switch
        {
            StartRefusal.NotOffered => (ToolCodes.UnknownProvider, "Nobody offers that here."),
            StartRefusal.Past => (ToolCodes.PastDate, $"{turn.DayAndTime(local)} has already passed; today is {turn.Day(turn.Today)}."),
            StartRefusal.BeyondHorizon => (ToolCodes.InvalidArgument, $"We cannot book as far ahead as {turn.Day(local.Date)}."),
            StartRefusal.WithinNotice => (ToolCodes.InvalidArgument, $"{turn.DayAndTime(local)} is too soon to book."),
            StartRefusal.OutsideHours => (ToolCodes.OutsideHours, $"{turn.DayAndTime(local)} is outside our hours for that."),
            StartRefusal.OffGrid => (ToolCodes.InvalidArgument, $"Visits do not start at {turn.Time(local.TimeOfDay)}."),
            StartRefusal.Busy => (ToolCodes.SlotTaken, $"{turn.DayAndTime(local)} is no longer free."),
        };
        return turn.Refused(code, why + offer, others.IsEmpty ? RefusalAction.AskAgain : RefusalAction.OfferAlternatives)
            .Slots("alternatives", others, turn.Clinic.Schedule).Done();
    }
}
