using NodaTime;
using Orchestrator.Core;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary><c>send_otp</c>: texts a code for the held time. Says the number's last two digits, never the code.</summary>
internal sealed class SendOtpTool(SendNeeds needs, CodeSender codes, ToolMemory memory, TimeProvider time) : IVoiceTool
{
    public string Name => "send_otp";

    public async ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct) =>
        await memory.AnswerOnceAsync(context, Name, async token =>
        {
            var (clinic, found) = await needs.LoadAsync(context, HoldAnswers.IdOf(arguments), token);
            var turn = new ToolTurn(context, clinic, call, time.GetCurrentInstant());
            if (!found.TryGet(out var hold, out var none))
                return HoldAnswers.Refuse(turn, none);
            var sent = await codes.SendAsync(context, turn.Clinic, hold, CallerPhone.OwnNumber(turn)?.E164, token);
            return sent.Match(dispatched => Sent(turn, dispatched), refusal => Refuse(turn, hold, refusal));
        }, ct);

    private static ToolAnswer Sent(ToolTurn turn, CodeDispatched sent)
    {
        var (code, say) = (sent.IsAccepted, sent.Channel) switch
        {
            (true, CodeChannel.Text) => (ToolCodes.OtpSent, $"I have just texted a code to the number ending in {Digits(sent.LastTwo)}. Please read it to me when it arrives."),
            (true, CodeChannel.Voice) => (ToolCodes.OtpSent, $"That number gets no texts, so I am calling the number ending in {Digits(sent.LastTwo)} now. A voice says the code; please read it to me."),
            (false, CodeChannel.Text) => (ToolCodes.OtpPending, $"The text may take a moment. Read the code to me if it arrives; I can send another in {SpokenFormat.Seconds(sent.ResendAfter)}."),
            (false, CodeChannel.Voice) => (ToolCodes.OtpPending, $"The call may take a moment. Read me the code if it comes; I can try again in {SpokenFormat.Seconds(sent.ResendAfter)}."),
        };
        return turn.Good(code, say)
            .Text("sent_to_last2", sent.LastTwo)
            .At("expires_at", sent.ExpiresAt, turn.Zone)
            .Number("resend_after", (int)sent.ResendAfter.TotalSeconds)
            .Done();
    }

    private static ToolAnswer Refuse(ToolTurn turn, Hold hold, SendRefusal refusal) => refusal.Kind switch
    {
        SendRefusalKind.HoldNotFound => HoldAnswers.Refuse(turn, HoldRefusal.NotFound),
        SendRefusalKind.HoldExpired => HoldAnswers.Refuse(turn, HoldRefusal.Expired),
        SendRefusalKind.AlreadyConfirmed => turn.Good(ToolCodes.AlreadyConfirmed, $"{turn.When(hold)} is booked already; no code is needed.").Appointment(turn, hold).Done(),
        SendRefusalKind.Cooldown => turn.Refused(
                ToolCodes.OtpCooldown,
                $"A code was already sent {SpokenFormat.Seconds(refusal.Since)} ago, please check your messages. I can send another in {SpokenFormat.Seconds(refusal.Wait)}.",
                RefusalAction.AskAgain)
            .Number("resend_after", (int)Math.Ceiling(refusal.Wait.TotalSeconds)).Done(),
        SendRefusalKind.NeedsStaff => Staff(turn, ToolCodes.NeedsStaff, $"I cannot send more codes. Our staff will confirm with you{Until(turn, refusal.HeldUntil)}."),
        SendRefusalKind.Locked => Staff(turn, ToolCodes.OtpLocked, "There were too many wrong codes. Our staff will call you back to confirm."),
        SendRefusalKind.NotConfigured => Staff(turn, ToolCodes.OtpFailed, $"I cannot text you a code right now. Our staff will confirm with you{Until(turn, refusal.HeldUntil)}."),
        SendRefusalKind.BadNumber => OtherNumber(turn, "That number does not seem right. Could you say it again, digit by digit?"),
        SendRefusalKind.CannotReceive => OtherNumber(turn, "That number cannot get texts. Is there a mobile number I could use?"),
        SendRefusalKind.OptedOut => OtherNumber(turn, $"Texts from this clinic are blocked on that number. Is there another mobile number? Otherwise our staff will confirm with you{Until(turn, refusal.HeldUntil)}."),
        SendRefusalKind.Refused => Staff(turn, ToolCodes.OtpFailed, $"The text was not accepted. Our staff will confirm with you{Until(turn, refusal.HeldUntil)}."),
        SendRefusalKind.NotSent => turn.Refused(ToolCodes.OtpFailed, "I could not send the text just now. Shall I try again?", RefusalAction.Retry).Done(),
    };

    private static ToolAnswer OtherNumber(ToolTurn turn, string say) => turn.Refused(ToolCodes.OtpFailed, say, RefusalAction.AskAgain).Done();

    private static ToolAnswer Staff(ToolTurn turn, string code, string say) => turn.Refused(code, say, RefusalAction.Escalate).Done();

    private static string Until(ToolTurn turn, Instant? heldUntil) => heldUntil is { } until ? $"; your time is kept until {turn.Time(until)}" : "";

    private static string Digits(string digits) => string.Join(' ', digits.ToCharArray());
}
