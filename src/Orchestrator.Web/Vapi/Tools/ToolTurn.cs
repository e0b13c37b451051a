using System.Globalization;
using NodaTime;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Scheduling.Spoken;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>One tool call at one instant by one state of the clinic: what a tool needs to read arguments and to speak.</summary>
internal sealed record ToolTurn(OrgContext Context, Clinic Clinic, CallFacts Call, Instant Now)
{
    // Sentences are English so far, so the words within them must be too.
    private CultureInfo Locale => Clinic.Locale.TwoLetterISOLanguageName == "en" ? Clinic.Locale : CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Where the answer's times are told: the provider's location, else the first one's of the service.</summary>
    public DateTimeZone Zone { get; init; } = Clinic.Schedule.Zone;

    public LocalDate Today => Now.InZone(Zone).Date;

    public SpokenContext Spoken => SpokenContext.At(Now, Zone, Clinic.Locale.Name);

    public ToolAnswerWriter Good(string code, string say) => Stamp(ToolAnswerWriter.Good(code, say));

    public ToolAnswerWriter Refused(string code, string say, RefusalAction action) => Stamp(ToolAnswerWriter.Refused(code, say, action));

    public string Day(LocalDate date) => SpokenFormat.Day(date, Today, Locale);

    public string Time(LocalTime time) => SpokenFormat.Time(time, Locale);

    public string Time(Instant at) => Time(at.InZone(Zone).TimeOfDay);

    public string DayAndTime(ZonedDateTime at) => $"{Day(at.Date)} at {Time(at.TimeOfDay)}";

    /// <summary>Two or three starts in words; the day is said once when it is one.</summary>
    public string Starts(IReadOnlyList<Slot> slots) => slots.Select(slot => slot.Start.Date).Distinct().Count() == 1
        ? $"{SpokenFormat.Or([.. slots.Select(slot => Time(slot.Start.TimeOfDay))])} on {Day(slots[0].Start.Date)}"
        : SpokenFormat.Or([.. slots.Select(slot => DayAndTime(slot.Start))]);

    // A model that works out dates by itself gets the year wrong, so every answer says what today is.
    private ToolAnswerWriter Stamp(ToolAnswerWriter answer) => answer
        .Text("today", Today.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture))
        .Text("weekday", Today.ToString("dddd", Locale))
        .Text("time_zone", Zone.Id);
}
