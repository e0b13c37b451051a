namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Units of time; the value of a term of kind <see cref="TermKind.Unit"/>.</summary>
internal enum TermUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Year,
}
