namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>What a span is a span of: a week or month may be narrowed by a weekday or a day of the month.</summary>
internal enum SpanKind
{
    Week,
    Month,
    Other,

    /// <summary>"after the 10th": bounded by a day of whichever month, so beside a month that is named it is asked back.</summary>
    BesideBareDay,

    /// <summary>"as soon as possible", "any day": gives way to every other day that is named.</summary>
    AnyDay,
}
