using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>English, of every country, with what recognisers make of it. Apostrophes are gone before words are looked up.</summary>
internal static class EnglishWhenWords
{
    private const string Fillers =
        "um|umm|i am|am looking|am hoping|we are|back|uh|uhm|er|erm|ah|hmm|mm|well|so|ok|okay|yes|yeah|yep|yup|sure|please|thanks|thank you|thank you very much|hi|hello|hey|oh|i|im|id|ill|ive|we|wed|me|my|us|he|she|"
        + "it|its|they|you|your|would|could|can|should|shall|may i|may we|could i|can i|like|love|want|wanted|wants|need|needs|prefer|preferably|looking|look|see|seen|come|coming|in to|"
        + "come in|be|is|are|am i|was|do|does|did|have|has|had|got|get|book|booking|booked|make|schedule|set up|set|fix|appointment|appointments|visit|slot|slots|spot|date|if|if possible|"
        + "that|thats|those|possible|possibly|perhaps|maybe|may be|probably|ideally|just|only|say|lets|let|try|trying|works|work|good|great|better|best|fine|nice|there|here|anything|something|"
        + "some|available|availability|opening|openings|free|sharp|exactly|precisely|on the dot|dot|then|too|also|as|any|every|during|course|of course|local time|local|clinic time|your time|"
        + "for me|how about|what about|what|how|which|when|hoping|hope|think|guess|thinking|will|sounds|sound|will do|go|going|with you|you have|time|a time|even|right|very|really|kind of|sort of|"
        + "commencing|starting|date of|year of|the year|sir|madam|maam|doctor|doctors|dr|whatever|problem|thing";

    public static WhenWords Create() => new(
        NumberWords.English,
        new HashSet<string>(StringComparer.Ordinal) { "st", "nd", "rd", "th" },
        "ish",
        [
            (TermKind.Filler, 0, Fillers),
            (TermKind.Unknown, 0, "in the new year|early in the new year|the new year"),
            (TermKind.Opener, 0, "with|for a|for an|for my|for the|because|since|called|named|to see|about my|regarding|re"),
            (TermKind.Article, 1, "a|an|one single"),
            (TermKind.Number, 2, "couple|couple of|a couple|a couple of"),
            (TermKind.Few, 3, "few|a few|several|a handful of"),
            (TermKind.The, 0, "the"),
            (TermKind.Of, 0, "of"),
            (TermKind.In, 0, "in|within about"),
            (TermKind.On, 0, "on"),
            (TermKind.On, 1, "for"),
            (TermKind.At, 0, "at"),
            (TermKind.And, 0, "and|plus"),
            (TermKind.Or, 0, "or|or else|otherwise|alternatively|either"),
            .. Months,
            .. Days,
            .. Spans,
            .. Times,
            .. Bounds,
        ]);

    private static (TermKind Kind, int Value, string Phrases)[] Months =>
    [
        (TermKind.Month, 1, "january|jan|januray|janurary"),
        (TermKind.Month, 2, "february|feb|febuary|febrary|feburary"),
        (TermKind.Month, 3, "march|mar"),
        (TermKind.Month, 4, "april|apr"),
        (TermKind.Month, 5, "may"),
        (TermKind.Month, 6, "june|jun"),
        (TermKind.Month, 7, "july|jul"),
        (TermKind.Month, 8, "august|aug"),
        (TermKind.Month, 9, "september|sept|sep"),
        (TermKind.Month, 10, "october|oct"),
        (TermKind.Month, 11, "november|nov"),
        (TermKind.Month, 12, "december|dec"),
        (TermKind.Holiday, (int)Holiday.ChristmasEve, "christmas eve|xmas eve"),
        (TermKind.Holiday, (int)Holiday.Christmas, "christmas|christmas day|xmas|xmas day"),
        (TermKind.Holiday, (int)Holiday.BoxingDay, "boxing day|st stephens day|saint stephens day"),
        (TermKind.Holiday, (int)Holiday.NewYearsEve, "new years eve|new year eve"),
        (TermKind.Holiday, (int)Holiday.NewYearsDay, "new years day|new year day|new years|new year"),
        (TermKind.Holiday, (int)Holiday.ValentinesDay, "valentines day|valentines|valentine day"),
        (TermKind.Holiday, (int)Holiday.SaintPatricksDay, "st patricks day|saint patricks day|st paddys day|paddys day"),
        (TermKind.Holiday, (int)Holiday.Juneteenth, "juneteenth"),
        (TermKind.Holiday, (int)Holiday.IndependenceDay, "independence day"),
        (TermKind.Holiday, (int)Holiday.CanadaDay, "canada day"),
        (TermKind.Holiday, (int)Holiday.AustraliaDay, "australia day"),
        (TermKind.Holiday, (int)Holiday.AnzacDay, "anzac day"),
        (TermKind.Holiday, (int)Holiday.Halloween, "halloween"),
        (TermKind.Holiday, (int)Holiday.BonfireNight, "bonfire night|guy fawkes night"),
        (TermKind.Holiday, (int)Holiday.VeteransDay, "veterans day|remembrance day|armistice day"),
        (TermKind.Holiday, (int)Holiday.GoodFriday, "good friday"),
        (TermKind.Holiday, (int)Holiday.EasterSunday, "easter sunday|easter day|easter"),
        (TermKind.Holiday, (int)Holiday.EasterMonday, "easter monday"),
        (TermKind.Holiday, (int)Holiday.Thanksgiving, "thanksgiving|thanksgiving day"),
    ];

    private static (TermKind Kind, int Value, string Phrases)[] Days =>
    [
        (TermKind.Weekday, 1, "monday|mondays|mon|moday|mondy"),
        (TermKind.Weekday, 2, "tuesday|tuesdays|tue|tues|tuseday|teusday|choose day|chewsday|tuesdy"),
        (TermKind.Weekday, 3, "wednesday|wednesdays|wed|weds|wednes|wensday|wendsday|wensdays|wednsday|when is day"),
        (TermKind.Weekday, 4, "thursday|thursdays|thu|thur|thurs|thirsday|thursdy"),
        (TermKind.Weekday, 5, "friday|fridays|fri|fryday|frday"),
        (TermKind.Weekday, 6, "saturday|saturdays|sat|satday|saterday|saturdy"),
        (TermKind.Weekday, 7, "sunday|sundays|sun|sundy"),
        (TermKind.ShiftedDay, 0, "today|todays|later today|later on today|the same day|same day|this very day|this day"),
        (TermKind.ShiftedDay, 1, "tomorrow|tomorrows|tomorow|tommorow|tommorrow|tomorra|tmrw|tmr|tmw|tomoz|2moro|2morrow|the next day|the following day"),
        (TermKind.ShiftedDay, 2, "day after tomorrow|the day after tomorrow|overmorrow|day after tomorow"),
        (TermKind.ShiftedDay, -1, "yesterday|yesterdays|last night"),
        (TermKind.ShiftedDay, -2, "day before yesterday|the day before yesterday"),
        (TermKind.Tonight, 0, "tonight|tonite|to night"),
        (TermKind.Now, 0, "now|right now|straight away|right away|immediately|this minute|at once"),
        (TermKind.Weekend, 0, "weekend|weekends|week end"),
        (TermKind.Unit, (int)TermUnit.Minute, "minute|minutes|min|mins"),
        (TermKind.Unit, (int)TermUnit.Hour, "hour|hr|hrs"),
        (TermKind.Unit, (int)TermUnit.Day, "day|days"),
        (TermKind.Unit, (int)TermUnit.Week, "week|weeks|wk|wks|weeks time|week time"),
        (TermKind.Unit, (int)TermUnit.Fortnight, "fortnight|fortnights|fortnights time"),
        (TermKind.Unit, (int)TermUnit.Month, "month|months|mth|mths"),
        (TermKind.Unit, (int)TermUnit.Year, "year|years|yr|yrs"),
    ];

    private static (TermKind Kind, int Value, string Phrases)[] Spans =>
    [
        (TermKind.This, 0, "this|this coming|this current|later this|rest of this|rest of the|the rest of the|the rest of this|sometime this|some time this|current"),
        (TermKind.Next, 0, "next|the next|coming|the coming|upcoming|the upcoming|following|the following|sometime next|some time next|this next"),
        (TermKind.Last, 0, "last|this past|the past|the last|previous|the previous"),
        (TermKind.Ago, 0, "ago"),
        (TermKind.Within, 0, "within|in the next|within the next|over the next|during the next|in the coming|within the coming|sometime in the next|some time in the next|in under|in less than"),
        (TermKind.AfterNext, 0, "after next"),
        (TermKind.WeekOf, 0, "week of|week commencing|week beginning|week starting|wc|w c"),
        (TermKind.Third, 0, "early|early in|beginning of|the beginning of|start of|the start of|first half of|the first half of|first part of|the first part of|early on in|at the beginning of|at the start of"),
        (TermKind.Third, 1, "mid|middle of|the middle of|in the middle of|midway through"),
        (TermKind.Third, 2, "late|later|late in|later in|end of|the end of|at the end of|towards the end of|toward the end of|second half of|the second half of|latter part of|the latter part of|latter half of"),
        (TermKind.Soonest, 0,
            "asap|as soon as possible|as soon as you can|as soon as|soonest|the soonest|soonest possible|sooner the better|the sooner the better|earliest|the earliest|earliest possible|the earliest possible|"
            + "earliest available|the earliest available|first available|the first available|next available|the next available|first thing available|soon|as early as possible|next opening|the next opening|"
            + "next free|first free|next slot|first slot|next appointment|the next appointment|first appointment|urgently|urgent|first opening|the first opening|next possible|first possible"),
        (TermKind.Soonest, 1,
            "any day|anyday|whenever|any date|doesnt matter|it doesnt matter|dont mind|i dont mind|dont care|i dont care|no preference|flexible|im flexible|im easy|whatever works|any|whichever|"
            + "any day works|anytime soon|any time soon|any weekday|a weekday|weekday|weekdays|every day|all days|no particular day"),
        (TermKind.AnyTime, 0, "anytime|any time|all day|any hour|whole day|the whole day|at any time|any time of day|any time of the day|throughout the day|sometime|some time|sometimes"),
    ];

    private static (TermKind Kind, int Value, string Phrases)[] Times =>
    [
        (TermKind.NamedTime, 720, "noon|midday|mid day|noontime|high noon"),
        (TermKind.NamedTime, 0, "midnight"),
        (TermKind.OClock, 0, "oclock|o clock|clock|a clock"),
        (TermKind.Meridiem, 0, "am|a m|ante meridiem"),
        (TermKind.Meridiem, 12, "pm|p m|post meridiem"),
        (TermKind.Half, 30, "half"),
        (TermKind.Quarter, 15, "quarter|a quarter"),
        (TermKind.Past, 0, "past|gone"),
        (TermKind.About, 0, "about|around|approximately|approx|roughly|circa|near|close to|ish around|somewhere around|round about|at about|at around|around about"),
        (TermKind.Ish, 0, "ish|or so|or thereabouts|thereabouts|or around then|or around there"),
        (TermKind.Hours, 0, "hours"),
        (TermKind.Part, (int)DayPart.Morning, "morning|mornings|a morning|this morning time|forenoon|before lunch|before lunchtime|first thing|first thing in the morning|breakfast time|midmorning"),
        (TermKind.Part, (int)DayPart.Afternoon, "afternoon|afternoons|an afternoon|after lunch|after lunchtime|arvo|midafternoon"),
        (TermKind.Part, (int)DayPart.Evening, "evening|evenings|an evening|eve"),
        (TermKind.Part, NightPart, "night|nights|nighttime|at night"),
        (TermKind.Lunch, 0, "lunch|lunchtime|lunch time|over lunch|at lunch|at lunchtime"),
    ];

    /// <summary>Night is evening for whoever seeks an appointment; only "twelve at night" is told apart.</summary>
    internal const int NightPart = 3;

    private static (TermKind Kind, int Value, string Phrases)[] Bounds =>
    [
        (TermKind.Between, 0, "between|anywhere between|sometime between|any time between|anytime between"),
        (TermKind.From, 0, "from|beginning|beginning from|starting from|any time from|anytime from|from about|as of|not before|not earlier than|no earlier than|not until|no sooner than"),
        (TermKind.To, 0, "to|to about"),
        (TermKind.To, 1, "until|till|til|through|thru|up to|up until|up till|and ending|through to"),
        (TermKind.After, 0, "after|later than|any time after|anytime after|sometime after|some time after|after about|following on"),
        (TermKind.Before, 0, "before|earlier than|sooner than|prior to|any time before|anytime before|sometime before|ahead of|before about"),
        (TermKind.By, 0, "by|no later than|not later than|at the latest by|by about|not after"),
        (TermKind.OrLater, 0, "or later|or after|onwards|onward|or any time after|and later|and after|or beyond|at the earliest|and onwards"),
        (TermKind.OrEarlier, 0, "or earlier|or before|or sooner|and earlier|and before|at the latest"),
        (TermKind.Not, 0, "not|except|except for|excluding|but not|apart from|other than|never|cant|cannot|cant do|cant make|dont|wont|isnt|anything but|any day but|any day except|unless|avoid|without"),
        (TermKind.Correction, 0,
            "no|nope|no wait|no sorry|wait|wait no|sorry|sorry no|im sorry|actually|actually no|no actually|correction|scratch that|i mean|i meant|make that|make it|rather|or rather|oops|lets say|no make that|no make it|"
            + "no lets say|no i mean|sorry i mean|sorry i meant|hang on|hold on|no hang on|no hold on|oh no|oh wait|instead|let me see|strike that"),
    ];
}
