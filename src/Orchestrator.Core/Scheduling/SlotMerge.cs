using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Joins the starts of several providers into one rising list, one entry a start.</summary>
/// <param name="walkers">Each on its first start; those that run out leave.</param>
/// <param name="providers">The providers of the walkers, in the service's order.</param>
/// <param name="duration">Length of the visit.</param>
internal sealed class SlotMerge(List<StartWalker> walkers, List<OpenHours> providers, Duration duration)
{
    private readonly List<Guid> _free = [];
    private ImmutableArray<Guid> _lastFree = [];

    public ImmutableArray<Slot> TakeFirst(int? limit)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>();
        while (walkers.Count > 0 && (limit is not { } most || slots.Count < most))
            slots.Add(Next().ToSlot(duration));
        return slots.DrainToImmutable();
    }

    /// <summary>Of the starts before <paramref name="near"/> only the last count, of those after it only the first.</summary>
    public ImmutableArray<Slot> TakeNearest(Instant near, int? limit)
    {
        var most = limit ?? int.MaxValue;
        var middle = near.ToUnixTimeTicks();
        var found = new Queue<Found>();
        var later = 0;
        while (walkers.Count > 0 && later < most)
        {
            var next = Next();
            if (next.Start >= middle)
                later++;
            else if (found.Count == most)
                found.Dequeue();
            found.Enqueue(next);
        }

        // A stable sort: the earlier of two equally distant starts stays first.
        return [.. found.OrderBy(start => Math.Abs(start.Start - middle)).Take(most).Select(start => start.ToSlot(duration))];
    }

    private Found Next()
    {
        var start = long.MaxValue;
        foreach (var walker in walkers)
            start = Math.Min(start, walker.Current);

        _free.Clear();
        DateTimeZone? zone = null;
        for (var i = 0; i < walkers.Count; i++)
        {
            if (walkers[i].Current != start)
                continue;
            zone ??= providers[i].Zone;
            _free.Add(providers[i].Provider.Id);
            if (!walkers[i].MoveNext())
            {
                walkers.RemoveAt(i);
                providers.RemoveAt(i--);
            }
        }

        if (!_lastFree.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_free)))
            _lastFree = [.. _free];
        return new Found(start, zone!, _lastFree);
    }

    private readonly record struct Found(long Start, DateTimeZone Zone, ImmutableArray<Guid> Free)
    {
        public Slot ToSlot(Duration duration)
        {
            var start = Instant.FromUnixTimeTicks(Start);
            return new Slot(start.InZone(Zone), (start + duration).InZone(Zone), Free);
        }
    }
}
