namespace Orchestrator.Core.Booking;

/// <summary>An appointment exists.</summary>
/// <param name="Appointment">The ledger row.</param>
/// <param name="IsNew">False when it existed before this request.</param>
public sealed record Confirmation(Hold Appointment, bool IsNew);
