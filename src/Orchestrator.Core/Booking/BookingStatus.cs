namespace Orchestrator.Core.Booking;

/// <summary>
/// States of a booking; docs/state-machines.md draws them. The first five occupy the time. Words are FHIR R4's appointment
/// statuses where it has one (https://hl7.org/fhir/R4/valueset-appointmentstatus.html).
/// </summary>
public enum BookingStatus
{
    Held,
    NeedsStaff,
    Booked,
    Arrived,
    Fulfilled,
    Noshow,
    Cancelled,
    Released,
    Expired,
}
