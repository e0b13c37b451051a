using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>One thing that happened in a call: <see cref="TurnMoment"/>, <see cref="ToolMoment"/>, <see cref="HoldMoment"/> or <see cref="TextMoment"/>.</summary>
/// <param name="At">When; of a turn whose time the platform did not give, the time of the turn before it.</param>
public abstract record CallMoment(Instant At);
