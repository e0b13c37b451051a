using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Tenancy;

/// <summary>An appointment that existed before the organization was created here. FHIR's proposed and waitlist are left out when the file is read.</summary>
/// <param name="ProviderId">The file's id.</param>
/// <param name="ServiceId">The file's id.</param>
/// <param name="Start">Start of the visit.</param>
/// <param name="End">End of the visit, without buffers.</param>
/// <param name="Status">One of booked, arrived, fulfilled (these occupy the time), noshow, cancelled.</param>
/// <param name="RoomId">The file's id, or null.</param>
public sealed record OrgFileAppointment(string ProviderId, string ServiceId, Instant Start, Instant End, BookingStatus Status, string? RoomId);
