namespace Orchestrator.Core.Scheduling;

/// <summary>A half-open stretch of time, [From, To), in ticks since the Unix epoch: two words, where NodaTime's interval has six.</summary>
internal readonly record struct Stretch(long From, long To)
{
    /// <summary>Sorts in place and makes one of those that touch or overlap; empty ones go.</summary>
    public static void Merge(List<Stretch> stretches)
    {
        stretches.RemoveAll(stretch => stretch.To <= stretch.From);
        stretches.Sort((a, b) => a.From.CompareTo(b.From));
        var kept = 0;
        for (var i = 0; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            if (kept > 0 && stretch.From <= stretches[kept - 1].To)
                stretches[kept - 1] = stretches[kept - 1] with { To = Math.Max(stretches[kept - 1].To, stretch.To) };
            else
                stretches[kept++] = stretch;
        }

        stretches.RemoveRange(kept, stretches.Count - kept);
    }

    /// <summary>What is left of <paramref name="open"/> without <paramref name="closed"/>; both merged.</summary>
    public static List<Stretch> Subtract(List<Stretch> open, List<Stretch> closed)
    {
        var left = new List<Stretch>(open.Count);
        var first = 0;
        foreach (var stretch in open)
        {
            while (first < closed.Count && closed[first].To <= stretch.From)
                first++;

            var from = stretch.From;
            for (var i = first; i < closed.Count && closed[i].From < stretch.To; i++)
            {
                if (closed[i].From > from)
                    left.Add(new Stretch(from, closed[i].From));
                from = Math.Max(from, closed[i].To);
            }

            if (from < stretch.To)
                left.Add(stretch with { From = from });
        }

        return left;
    }
}
