namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>All that was found in a phrase, or in the part of it behind the last correction.</summary>
internal sealed class WhenFacts
{
    public List<DateFact> Dates { get; } = [];

    public List<TimeFact> Times { get; } = [];

    /// <summary>"or" or "and" between what was found.</summary>
    public bool HasChoice { get; set; }

    public bool HasExclusion { get; set; }

    /// <summary>Whether words or numbers are left without a meaning.</summary>
    public bool HasLeftover { get; set; }

    public bool IsEmpty => Dates.Count == 0 && Times.Count == 0 && !HasLeftover && !HasExclusion;

    /// <summary>What was said after a correction replaces what was said of the same kind before it.</summary>
    public void CorrectBy(WhenFacts later)
    {
        if (later.IsEmpty) return;
        if (later.Dates.Count > 0)
        {
            if (later is { Dates: [DateFact.DayOfMonth day] } && Dates is [.., DateFact.MonthDay before]) later.Dates[0] = DateFacts.MonthDay(before.Month, day.Day, null);
            Dates.Clear();
            Dates.AddRange(later.Dates);
        }

        if (later.Times.Count > 0)
        {
            Times.Clear();
            Times.AddRange(later.Times);
        }

        HasChoice = later.HasChoice;
        HasExclusion = later.HasExclusion;
        HasLeftover = later.HasLeftover;
    }

    /// <summary>What was said in answer to another question beside this one.</summary>
    public void Add(WhenFacts other)
    {
        Dates.AddRange(other.Dates);
        Times.AddRange(other.Times);
        HasChoice |= other.HasChoice;
        HasExclusion |= other.HasExclusion;
        HasLeftover |= other.HasLeftover;
    }
}
