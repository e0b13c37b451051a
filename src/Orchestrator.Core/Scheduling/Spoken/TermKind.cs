namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>What a word or phrase is for, whatever the language. A language maps its words to these (<see cref="WhenWords"/>).</summary>
internal enum TermKind
{
    /// <summary>Without meaning for the day or time.</summary>
    Filler,

    /// <summary>Introduces words about something else: "with (Dr. Okafor)".</summary>
    Opener,
    Unknown,

    Number,
    Ordinal,
    Article,
    Few,
    The,
    Of,
    In,
    On,
    At,
    And,
    Or,
    Dash,

    /// <summary>A calendar date written in figures with its year first.</summary>
    Date,

    /// <summary>Figures whose order is the locale's: 1/14 or 14/1/2027.</summary>
    NumericDate,
    Month,
    Weekday,

    /// <summary>Today and its neighbours; the value is the distance in days.</summary>
    ShiftedDay,
    Tonight,
    Now,
    Holiday,
    Unit,
    Weekend,
    This,
    Next,
    Last,
    Ago,
    Within,
    AfterNext,
    WeekOf,

    /// <summary>Beginning, middle or end of a span: 0, 1, 2.</summary>
    Third,
    Soonest,
    AnyTime,

    Between,
    From,
    To,
    After,
    Before,
    By,
    OrLater,
    OrEarlier,

    Clock,
    NamedTime,
    OClock,
    Meridiem,
    Half,
    Quarter,
    Past,
    About,
    Ish,
    Hours,
    Part,
    Lunch,

    Not,
    Correction,
}
