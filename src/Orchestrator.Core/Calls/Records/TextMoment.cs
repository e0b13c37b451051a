using NodaTime;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Calls.Records;

/// <summary>A text with a code was handed over.</summary>
/// <param name="PhoneLastTwo">To whom.</param>
/// <param name="State">What became of it.</param>
/// <param name="ErrorCode">The message provider's, if it refused.</param>
public sealed record TextMoment(Instant At, Guid DispatchId, Guid BookingId, string PhoneLastTwo, DispatchState State, int? ErrorCode) : CallMoment(At);
