using Orchestrator.Core.Booking;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>What is said when there is no hold to work on, and how the argument <c>hold_id</c> is read.</summary>
internal static class HoldAnswers
{
    /// <summary>An id, or none: missing, blank, unrendered or garbled means the call's newest active hold.</summary>
    public static Guid? IdOf(ToolArguments arguments) =>
        arguments["hold_id"].TryGet(out var text) && Guid.TryParse(text, out var id) ? id : null;

    public static ToolAnswer Refuse(ToolTurn turn, HoldRefusal refusal) => refusal switch
    {
        HoldRefusal.NotFound => turn.Refused(ToolCodes.HoldNotFound, "I have no time on hold for you. Shall I look for one?", RefusalAction.OfferAlternatives).Done(),
        HoldRefusal.Expired => turn.Refused(ToolCodes.HoldExpired, "The time I held for you has run out. Shall I look again?", RefusalAction.OfferAlternatives).Done(),
    };

    /// <summary>"Tuesday, December 1 at 10:00 AM" of a hold, in its provider's zone.</summary>
    public static string When(this ToolTurn turn, Hold hold) => turn.DayAndTime(hold.StartsAt.InZone(ZoneOf(turn, hold)));

    /// <summary>Id, start, end and provider of an appointment.</summary>
    public static ToolAnswerWriter Appointment(this ToolAnswerWriter answer, ToolTurn turn, Hold hold)
    {
        var zone = ZoneOf(turn, hold);
        answer.Text("appointment_id", hold.Id.ToString()).At("start", hold.StartsAt, zone).At("end", hold.EndsAt, zone);
        return turn.Clinic.Schedule.TryGetProvider(hold.ProviderId, out var provider) ? answer.Text("provider_id", provider.Key) : answer;
    }

    private static NodaTime.DateTimeZone ZoneOf(ToolTurn turn, Hold hold) =>
        turn.Clinic.Schedule.TryGetProvider(hold.ProviderId, out var provider) ? turn.Clinic.Schedule.ZoneOf(provider) : turn.Clinic.Schedule.Zone;
}
