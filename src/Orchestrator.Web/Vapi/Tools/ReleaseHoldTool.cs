using Orchestrator.Core;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary><c>release_hold</c>: gives a held time back.</summary>
internal sealed class ReleaseHoldTool(ClinicDirectory clinics, HoldFinder holds, BookingService bookings, ToolMemory memory, TimeProvider time) : IVoiceTool
{
    public string Name => "release_hold";

    public async ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct) =>
        await memory.AnswerOnceAsync(context, Name, async token =>
        {
            var turn = new ToolTurn(context, await clinics.GetAsync(context.Org, token), call, time.GetCurrentInstant());
            if (!(await holds.FindAsync(context, HoldAnswers.IdOf(arguments), token)).TryGet(out var hold, out var none))
                return HoldAnswers.Refuse(turn, none);
            return await bookings.ReleaseAsync(context, hold.Id, token) is { } refusal
                ? Refuse(turn, hold, refusal)
                : turn.Good(ToolCodes.Released, $"I have let {turn.When(hold)} go.").Done();
        }, ct);

    private static ToolAnswer Refuse(ToolTurn turn, Hold hold, ReleaseRefusal refusal) => refusal switch
    {
        ReleaseRefusal.NotFound => HoldAnswers.Refuse(turn, HoldRefusal.NotFound),
        ReleaseRefusal.AlreadyConfirmed => turn.Refused(
            ToolCodes.AlreadyConfirmed, $"{turn.When(hold)} is booked by now; our staff can cancel it for you.", RefusalAction.Escalate).Done(),
    };
}
