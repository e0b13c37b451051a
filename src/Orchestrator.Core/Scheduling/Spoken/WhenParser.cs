using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>
/// Reads the terms of a phrase from left to right, at each place by the first rule that fits. What no rule takes and is no
/// filler stays over, and then the whole is asked back rather than guessed.
/// </summary>
internal sealed class WhenParser
{
    private readonly TermCursor _cursor;
    private readonly SpokenContext _context;
    private readonly WhenSlot _slot;
    private readonly WhenFacts _whole = new();
    private WhenFacts _facts = new();
    private bool _inAside;
    private int _asideEnd = -1;

    private WhenParser(List<Term> terms, SpokenContext context, WhenSlot slot) => (_cursor, _context, _slot) = (new TermCursor(terms), context, slot);

    public static WhenFacts Parse(List<Term> terms, SpokenContext context, WhenSlot slot)
    {
        var parser = new WhenParser(terms, context, slot);
        while (!parser._cursor.IsAtEnd) parser.ReadNext();
        parser.EndSegment();
        return parser._whole;
    }

    private bool AllowsBareHour => _slot == WhenSlot.Time || _facts.Dates.Count > 0 || _whole.Times.Count > 0 || IsHourAheadOfDay;

    /// <summary>"three tomorrow", "10 Friday". "One Friday" is any Friday.</summary>
    private bool IsHourAheadOfDay =>
        _facts.Times.Count == 0
        && _cursor.Current is { Kind: TermKind.Number, Value: >= 1 and <= 12, Figures.Length: <= 2 } number
        && (_cursor.Is(TermKind.ShiftedDay, 1) || (_cursor.Is(TermKind.Weekday, 1) && number is not { Value: 1, IsWritten: false }));

    private void ReadNext()
    {
        if (_cursor.Accept(TermKind.Correction))
        {
            EndSegment();
            return;
        }

        var start = _cursor.At;
        var found = ReadRelativeTime() || ReadBareBehindWeekday() || ReadDates() || ReadTimes() || ReadDate() || ReadTime() || ReadPart() || ReadLoneNumber();
        if (!found) SkipOne();
        else if (_cursor.At > start) EndAside(start);
    }

    private void EndSegment()
    {
        _whole.CorrectBy(_facts);
        _facts = new WhenFacts();
        _inAside = false;
    }

    /// <summary>"in two hours", "in half an hour": a day and a time at once.</summary>
    private bool ReadRelativeTime()
    {
        if (RelativeTimeRules.Read(_cursor) is not { } span) return false;
        var then = _context.Now + span;
        _facts.Dates.Add(new DateFact.Exact(then.Date));
        _facts.Times.Add(new TimeFact.At(ClockReading.Certain(then.Hour, then.Minute), Approximate: true));
        return true;
    }

    /// <summary>
    /// A number straight behind a weekday ("Tuesday 14") is its day of the month when that agrees, and else could be an hour as
    /// well.
    /// </summary>
    private bool ReadBareBehindWeekday()
    {
        if (_facts.Dates is not [.., DateFact.Weekday weekday] || _cursor.Current is not { Kind: TermKind.Number, Value: >= 1 and <= 31 } number) return false;
        if (!_cursor.Is(TermKind.Weekday, -1) || IsTimeAhead() || _cursor.Is(TermKind.Month, 1) || _cursor.Is(TermKind.Of, 1)) return false;

        var date = DateFacts.ToDate(weekday, _context.Today)!.Value;
        _cursor.At++;
        if (date.Day != number.Value) _facts.Dates.Add(new DateFact.Unclear(UnclearReason.NotUnderstood, [date]));
        return true;
    }

    private bool IsTimeAhead()
    {
        var start = _cursor.At;
        var isTime = ClockRules.Read(_cursor, allowBare: false) is not null || (_cursor.At == start && TimeRangeRules.Read(_cursor, allowBare: true) is not null);
        _cursor.At = start;
        return isTime;
    }

    private bool ReadDates()
    {
        if (DateRangeRules.Read(_cursor, _context) is not { } range) return false;
        _facts.Dates.Add(range);
        return true;
    }

    private bool ReadTimes()
    {
        if (TimeRangeRules.Read(_cursor, AllowsBareHour) is not { } range) return false;
        _facts.Times.Add(range);
        return true;
    }

    private bool ReadDate()
    {
        if (_cursor.Accept(TermKind.Tonight))
        {
            _facts.Dates.Add(new DateFact.Exact(_context.Today));
            _facts.Times.Add(new TimeFact.During(DayPart.Evening, Night: true));
            return true;
        }

        if ((DayRules.Read(_cursor, _context) ?? SpanRules.Read(_cursor, _context)) is not { } fact) return false;
        _facts.Dates.Add(DateRangeRules.Extended(fact, _cursor, _context));
        return true;
    }

    private bool ReadTime()
    {
        if (ClockRules.Read(_cursor, AllowsBareHour) is not { } time) return false;
        _facts.Times.Add(TimeRangeRules.Extended(time, _cursor));
        return true;
    }

    private bool ReadPart()
    {
        if (PartRules.Read(_cursor, out var isToday) is not { } part) return false;
        if (isToday) _facts.Dates.Add(new DateFact.Exact(_context.Today));
        _facts.Times.Add(part);
        return true;
    }

    /// <summary>The whole answer to "which day?" is a number: "14".</summary>
    private bool ReadLoneNumber()
    {
        if (_slot == WhenSlot.Time || _facts.Dates.Count > 0 || _cursor.Current is not { Kind: TermKind.Number, Figures.Length: <= 2, Value: > 0 } number) return false;
        for (var ahead = 1; !_cursor.Is(TermKind.Correction, ahead) && _cursor.At + ahead < _cursor.Count; ahead++)
        {
            if (!IsFiller(_cursor.Peek(ahead))) return false;
        }

        _cursor.At++;
        _facts.Dates.Add(DateFacts.DayOfMonth(number.Value));
        return true;
    }

    private void SkipOne()
    {
        var term = _cursor.Current;
        _cursor.At++;
        if (term.Kind is TermKind.Or or TermKind.And) _facts.HasChoice = true;
        else if (term.Kind == TermKind.Not) _facts.HasExclusion = true;
        else if (term.Kind == TermKind.Opener || (term.Kind == TermKind.On && term.Value == 1)) _inAside = true;
        else if (term.Kind == TermKind.Unknown && _inAside) _asideEnd = _cursor.At;
        else if (!IsFiller(term)) _facts.HasLeftover = true;
    }

    /// <summary>An aside may not run into a bare day: "for Smarch 14th" is no 14th of this month.</summary>
    private void EndAside(int start)
    {
        if (_asideEnd == start && _facts.Dates is [.., DateFact.DayOfMonth]) _facts.HasLeftover = true;
        _inAside = false;
    }

    private static bool IsFiller(Term term) => term.Kind switch
    {
        TermKind.Filler or TermKind.Article or TermKind.The or TermKind.Of or TermKind.In or TermKind.On or TermKind.At or TermKind.And or TermKind.Dash or TermKind.This => true,
        TermKind.AnyTime or TermKind.OClock or TermKind.Meridiem or TermKind.About or TermKind.Ish or TermKind.Opener or TermKind.Next => true,
        TermKind.Unit => (TermUnit)term.Value is TermUnit.Day,
        TermKind.Number => term is { Value: 0, IsWritten: false },
        TermKind.To => term.Value == 0,
        TermKind.Or or TermKind.Unknown or TermKind.Ordinal or TermKind.Few or TermKind.Date or TermKind.NumericDate or TermKind.Month or TermKind.Weekday => false,
        TermKind.ShiftedDay or TermKind.Tonight or TermKind.Now or TermKind.Holiday or TermKind.Weekend or TermKind.Last or TermKind.Ago or TermKind.Within => false,
        TermKind.AfterNext or TermKind.WeekOf or TermKind.Third or TermKind.Soonest or TermKind.Between or TermKind.From or TermKind.After => false,
        TermKind.Before or TermKind.By or TermKind.OrLater or TermKind.OrEarlier or TermKind.Clock or TermKind.NamedTime or TermKind.Half or TermKind.Quarter => false,
        TermKind.Past or TermKind.Hours or TermKind.Part or TermKind.Lunch or TermKind.Not or TermKind.Correction => false,
    };
}
