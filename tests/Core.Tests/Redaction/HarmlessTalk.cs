using System.Globalization;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Random sentences full of numbers that are nobody's identifier.</summary>
internal static class HarmlessTalk
{
    private static readonly string[] Drugs = ["ibuprofen", "metformin", "lisinopril", "amoxicillin", "paracetamol"];
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    public static string Sentence(Random random) => random.Next(10) switch
    {
        0 => $"I take {Dose(random)} of {Values.Pick(random, Drugs)} {Values.Pick(random, ["twice a day", "every 6 hours", "at night", "for ten days"])}",
        1 => $"my blood pressure was {random.Next(95, 180)} over {random.Next(60, 110)} {Values.Pick(random, ["today", "this morning", "last week"])}",
        2 => $"it was {Say.Number(random.Next(95, 180))} over {Say.Number(random.Next(60, 110))}",
        3 => $"the visit costs {Price(random)}",
        4 => Appointment(random),
        5 => $"we are open {random.Next(7, 11)}:{random.Next(6)}0 to {random.Next(12, 20)}:{random.Next(6)}0 on {Values.Pick(random, Weekdays)}",
        6 => $"I weigh {random.Next(45, 130)} kilos and I am {random.Next(150, 200)} cm tall",
        7 => $"she is {Say.Number(random.Next(1, 99))} years old and has had it for {random.Next(2, 12)} {Values.Pick(random, ["days", "weeks", "months"])}",
        8 => $"my temperature was {random.Next(36, 41)}.{random.Next(10)} and my pulse was {random.Next(50, 130)}",
        _ => $"I work at {random.Next(1, 400)} {Values.Pick(random, ["Main Street", "High Street", "Oak Avenue", "Station Road"])}, room {random.Next(1, 500)}",
    };

    private static string Dose(Random random) => random.Next(2) == 0
        ? $"{Values.Pick(random, [5, 10, 20, 40, 250, 500, 850])} mg"
        : $"{Say.Number(Values.Pick(random, [5, 10, 20, 40, 250, 500]))} milligrams";

    private static string Price(Random random) => random.Next(4) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"${random.Next(10, 3000):N0}.00"),
        1 => $"£{random.Next(20, 400)}",
        2 => $"{Say.Number(random.Next(20, 900))} dollars",
        _ => $"{random.Next(20, 400)} euros",
    };

    public static string Appointment(Random random)
    {
        int day = random.Next(1, 29), month = random.Next(1, 13), hour = random.Next(1, 12);
        return random.Next(8) switch
        {
            0 => $"2026-{month:00}-{day:00} {hour + 7:00}:30 works",
            1 => $"{Values.Pick(random, Weekdays)} the {Say.Ordinal(day)} at half past {Say.Number(hour)}",
            2 => $"{Say.Month(month)} {Say.Ordinal(day)} at {Say.Number(hour)} thirty",
            3 => $"the {Say.Ordinal(day)} of {Say.Month(month)} would be good",
            4 => $"{day}/{month}/2026 at {hour}:15",
            5 => $"how about {Say.Month(month)} {day} at {hour} pm",
            6 => $"{Values.Pick(random, Weekdays)} at a quarter to {Say.Number(hour)}",
            _ => $"any time between {Say.Number(hour)} and {Say.Number(hour + 1)} on the {Say.Ordinal(day)}",
        };
    }
}
