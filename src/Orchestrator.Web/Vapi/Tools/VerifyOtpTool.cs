using Orchestrator.Core;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary><c>verify_otp</c>: checks the spoken code and, when it is right, books in the same transaction.</summary>
internal sealed class VerifyOtpTool(ClinicDirectory clinics, HoldFinder holds, CodeVerifier codes, ToolMemory memory, TimeProvider time) : IVoiceTool
{
    public string Name => "verify_otp";

    public async ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct) =>
        await memory.AnswerOnceAsync(context, Name, async token =>
        {
            var turn = new ToolTurn(context, await clinics.GetAsync(context.Org, token), call, time.GetCurrentInstant());
            if (!(await holds.FindAsync(context, HoldAnswers.IdOf(arguments), token)).TryGet(out var hold, out var none))
                return HoldAnswers.Refuse(turn, none);
            if (!SpokenCode.Read(arguments["code"].Text, turn.Clinic.Otp.Digits).TryGet(out var code, out var unclear))
                return AskAgain(turn, arguments["code"], unclear);
            var verified = await codes.VerifyAsync(context, hold, code, CallerPhone.OwnNumber(turn)?.E164, token);
            return verified.Match(confirmed => Confirmed(turn, confirmed), refusal => Refuse(turn, refusal));
        }, ct);

    private static ToolAnswer Confirmed(ToolTurn turn, Confirmation confirmed) =>
        turn.Good(ToolCodes.Verified, $"Thank you, that is right. You are booked for {turn.When(confirmed.Appointment)}.")
            .Appointment(turn, confirmed.Appointment).Done();

    private static ToolAnswer AskAgain(ToolTurn turn, ToolArgument given, CodeAskAgain reason)
    {
        var digits = turn.Clinic.Otp.Digits;
        var say = reason switch
        {
            CodeAskAgain.NoDigits => $"I need the {digits} digits of the code, one by one.",
            CodeAskAgain.TooFew => $"That was fewer than {digits} digits. Could you read me all {digits}, one by one?",
            CodeAskAgain.TooMany => $"That was more than {digits} digits. Could you read me just the {digits} of the code, one by one?",
        };
        return turn.Refused(given.IsMissing ? ToolCodes.MissingArgument : ToolCodes.InvalidArgument, say, RefusalAction.AskAgain).Done();
    }

    private static ToolAnswer Refuse(ToolTurn turn, VerifyRefusal refusal) => refusal.Kind switch
    {
        VerifyRefusalKind.HoldNotFound => HoldAnswers.Refuse(turn, HoldRefusal.NotFound),
        VerifyRefusalKind.HoldExpired => HoldAnswers.Refuse(turn, HoldRefusal.Expired),
        VerifyRefusalKind.NoCode => turn.Refused(
            ToolCodes.OtpFailed, "There is no code that would work now. Shall I text you one?", RefusalAction.Retry).Done(),
        VerifyRefusalKind.Wrong => turn.Refused(
                ToolCodes.OtpWrong,
                refusal.AttemptsLeft == 1 ? "That does not match. You have one try left." : $"That does not match. You have {refusal.AttemptsLeft} tries left.",
                RefusalAction.AskAgain)
            .Number("attempts_left", refusal.AttemptsLeft).Done(),
        VerifyRefusalKind.Locked => turn.Refused(
                ToolCodes.OtpLocked,
                refusal.HeldUntil is { } until
                    ? $"That code does not match. Our staff will call you back; your time is kept until {turn.Time(until)}."
                    : "That code does not match. Our staff will call you back.",
                RefusalAction.Escalate)
            .Number("attempts_left", 0).Done(),
    };
}
