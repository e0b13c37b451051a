using System.Collections.Immutable;
using NodaTime;
using Orchestrator.Core;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Scheduling.Spoken;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary><c>claim_slot</c>: holds one start for a patient.</summary>
internal sealed class ClaimSlotTool(ClinicDirectory clinics, BookingService bookings, AvailabilityService availability, ToolMemory memory, TimeProvider time)
    : IVoiceTool
{
    private const int MaxTries = 3;

    public string Name => "claim_slot";

    public async ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var turn = new ToolTurn(context, await clinics.GetAsync(context.Org, ct), call, time.GetCurrentInstant());
            if (!ReadVisit(turn, arguments).TryGet(out var wish, out var unclear))
                return await memory.RememberAsync(context, Name, unclear, ct);
            turn = wish.Turn;

            var verdict = turn.Clinic.Finder.Check(wish.Start, wish.Visit.Service.Id, wish.Visit.Provider?.Id, BusyCalendar.Empty, turn.Now, context.CallId);
            if (verdict.Refusal is { } refusal)
                return await memory.RememberAsync(context, Name, await StartRefusals.AnswerAsync(availability, turn, wish.Visit, wish.Start, refusal, ct), ct);

            var claimed = await bookings.ClaimAsync(context, Request(turn, wish, verdict.Candidates), ct);
            if (claimed.TryGet(out var answer, out var refused))
                return ToolMemory.Restore(answer);
            if (refused == ClaimRefusal.RulesChanged && attempt < MaxTries)
            {
                clinics.Forget(context.Org);
                continue;
            }
            return await memory.RememberAsync(context, Name, await RefuseAsync(turn, wish, refused, ct), ct);
        }
    }

    private static Result<Wish, ToolAnswer> ReadVisit(ToolTurn turn, ToolArguments arguments)
    {
        if (!VisitReader.Read(turn, arguments).TryGet(out var visit, out var unclear))
            return unclear;
        turn = turn with { Zone = turn.Clinic.ZoneOf(visit.Service, visit.Provider) };
        if (!ReadStart(turn, visit, arguments["start"]).TryGet(out var start, out unclear))
            return unclear;
        if (!ReadPatient(turn, arguments["patient_name"]).TryGet(out var patient, out unclear))
            return unclear;
        if (!CallerPhone.Read(turn, arguments["patient_phone"]).TryGet(out var phone, out unclear))
            return unclear;
        return new Wish(turn, visit, start.At, patient, phone);
    }

    private static Result<StartValue, ToolAnswer> ReadStart(ToolTurn turn, Visit visit, ToolArgument start)
    {
        if (start.State is ArgumentState.Unusable)
            return WhenAnswers.Unreadable(turn);
        return SpokenStart.Read(start.Text, turn.Spoken, (date, at) => turn.Clinic.IsOpen(visit.Service, visit.Provider, date, at, turn.Zone))
            .Match<Result<StartValue, ToolAnswer>>(
                at => new StartValue(at.Exact ?? at.Local.InZoneLeniently(turn.Zone).ToInstant()),
                past => WhenAnswers.Past(turn, past.Date),
                _ => WhenAnswers.Impossible(turn),
                unclear => WhenAnswers.Unclear(turn, unclear.Reason, unclear.Candidates),
                unclear => WhenAnswers.UnclearTime(turn, unclear.Earlier, unclear.Later),
                _ => Ask(turn, "Which day would you like?"),
                missing => Ask(turn, $"What time on {turn.Day(missing.Date)} would you like?"),
                _ => Ask(turn, "Which day and time would you like?"));
    }

    private static Result<PersonName, ToolAnswer> ReadPatient(ToolTurn turn, ToolArgument name)
    {
        if (name.IsMissing)
            return Ask(turn, "What is the patient's full name?");
        return name.TryGet(out var text) && PersonName.TryParse(text, out var patient)
            ? patient
            : turn.Refused(ToolCodes.InvalidArgument, "I did not catch the patient's name. Could you say it again?", RefusalAction.AskAgain).Done();
    }

    private static ToolAnswer Ask(ToolTurn turn, string question) =>
        turn.Refused(ToolCodes.MissingArgument, question, RefusalAction.AskAgain).Done();

    private static ClaimRequest Request(ToolTurn turn, Wish wish, ImmutableArray<ClaimCandidate> candidates)
    {
        var service = wish.Visit.Service;
        var end = wish.Start + service.Duration;
        var (providers, answers) = (new Guid[candidates.Length], new string[candidates.Length]);
        for (var i = 0; i < candidates.Length; i++)
        {
            var provider = turn.Clinic.Schedule.Provider(candidates[i].ProviderId);
            (providers[i], answers[i]) = (provider.Id, HeldAnswer(turn, wish, end, provider).Json);
        }
        return new ClaimRequest
        {
            ClinicVersion = turn.Clinic.Version,
            ProviderIds = providers,
            Answers = answers,
            ServiceId = service.Id,
            Start = wish.Start,
            End = end,
            BlockedFrom = wish.Start - service.BufferBefore,
            BlockedTo = end + service.BufferAfter,
            Patient = wish.Patient,
            Phone = wish.Phone,
            HoldLength = turn.Clinic.HoldLength,
            Capacity = service.Capacity,
            RoomType = service.RequiresRoomType,
        };
    }

    private static ToolAnswer HeldAnswer(ToolTurn turn, Wish wish, Instant end, Provider provider)
    {
        var zone = turn.Clinic.Schedule.ZoneOf(provider);
        var start = wish.Start.InZone(zone);
        var next = turn.Clinic.Otp.IsRequired ? "I will text a code to confirm it." : "No code is needed; shall I confirm it?";
        var say = $"I am holding {turn.DayAndTime(start)}, {SpokenFormat.Zone(zone)}, with {provider.Name} for {turn.Clinic.HoldLength.TotalMinutes:0} minutes. {next}";
        return turn.Good(ToolCodes.Held, say)
            .Text("hold_id", ClaimRequest.HoldIdMark)
            .At("start", wish.Start, zone)
            .At("end", end, zone)
            .Text("provider_id", provider.Key)
            .Text("expires_at", ClaimRequest.ExpiresAtMark)
            .Done();
    }

    private async Task<ToolAnswer> RefuseAsync(ToolTurn turn, Wish wish, ClaimRefusal refusal, CancellationToken ct) => refusal switch
    {
        ClaimRefusal.Taken => await StartRefusals.AnswerAsync(availability, turn, wish.Visit, wish.Start, StartRefusal.Busy, ct),
        ClaimRefusal.AlreadyBooked => turn.Good(ToolCodes.AlreadyConfirmed, $"{turn.DayAndTime(wish.Start.InZone(turn.Zone))} is already booked for you.").Done(),
        ClaimRefusal.CallEnded => turn.Refused(ToolCodes.CallEnded, "This call has ended, so I cannot hold a time on it.", RefusalAction.Escalate).Done(),
        ClaimRefusal.RulesChanged => Refusals.TemporarilyUnavailable,
    };

    private sealed record Wish(ToolTurn Turn, Visit Visit, Instant Start, PersonName Patient, PhoneNumber Phone);

    private sealed record StartValue(Instant At);
}
