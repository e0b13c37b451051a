namespace Orchestrator.Core.Scheduling;

/// <summary>
/// Walks the open stretches that meet [from, until), in order, joined across blocks. A stretch may start before
/// <paramref name="from"/>; it is followed past <paramref name="until"/> only as far as <paramref name="reach"/>.
/// </summary>
internal struct StretchCursor(OpenHours hours, long from, long until, long reach)
{
    private int _block = hours.BlockOf(from);
    private int _next;

    public Stretch Current { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            var stretches = hours.Block(_block);
            if (_next >= stretches.Length)
            {
                if (!NextBlock(until))
                    return false;
                continue;
            }

            var stretch = stretches[_next++];
            if (stretch.From >= until)
                return false;
            stretch = Join(stretch);
            if (stretch.To <= from)
                continue;

            Current = stretch;
            return true;
        }
    }

    private Stretch Join(Stretch stretch)
    {
        while (stretch.To < reach && _next >= hours.Block(_block).Length && stretch.To == hours.StartOfBlock(_block + 1) && NextBlock(reach))
        {
            if (hours.Block(_block) is not [var first, ..] || first.From != stretch.To)
                break;
            stretch = stretch with { To = first.To };
            _next = 1;
        }

        return stretch;
    }

    private bool NextBlock(long limit)
    {
        if (hours.StartOfBlock(_block + 1) >= limit)
            return false;
        _block++;
        _next = 0;
        return true;
    }
}
