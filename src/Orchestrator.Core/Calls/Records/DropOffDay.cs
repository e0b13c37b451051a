using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>
/// How many calls that began on a day came at least as far as each step. Transferred calls count up to where they came;
/// the losses of a step are the difference to the one before.
/// </summary>
public sealed record DropOffDay(LocalDate Day, int Calls, int Asked, int Found, int Held, int CodeSent, int Booked, int Transferred);
