using Orchestrator.Core;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary><c>confirm_appointment</c>: books a hold where the clinic asks for no code, or repeats that it is booked.</summary>
internal sealed class ConfirmAppointmentTool(ClinicDirectory clinics, HoldFinder holds, BookingService bookings, ToolMemory memory, TimeProvider time) : IVoiceTool
{
    public string Name => "confirm_appointment";

    public async ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct) =>
        await memory.AnswerOnceAsync(context, Name, async token =>
        {
            var turn = new ToolTurn(context, await clinics.GetAsync(context.Org, token), call, time.GetCurrentInstant());
            if (!(await holds.FindAsync(context, HoldAnswers.IdOf(arguments), token)).TryGet(out var hold, out var none))
                return HoldAnswers.Refuse(turn, none);
            if (!hold.IsAppointment && turn.Clinic.Otp.IsRequired)
                return turn.Refused(ToolCodes.NotVerified, "Before I can book that I need the code I texted you. Could you read it to me?", RefusalAction.AskAgain).Done();
            var confirmed = await bookings.ConfirmAsync(context, hold, "no_code_required", token);
            return confirmed.Match(confirmation => Booked(turn, confirmation), refusal => HoldAnswers.Refuse(turn, refusal));
        }, ct);

    private static ToolAnswer Booked(ToolTurn turn, Confirmation confirmed) => turn.Good(
            confirmed.IsNew ? ToolCodes.Confirmed : ToolCodes.AlreadyConfirmed,
            confirmed.IsNew ? $"You are booked for {turn.When(confirmed.Appointment)}." : $"You are already booked for {turn.When(confirmed.Appointment)}.")
        .Appointment(turn, confirmed.Appointment).Done();
}
