namespace Orchestrator.Core.Booking;

/// <summary>Why a hold was not given back.</summary>
public enum ReleaseRefusal
{
    NotFound,

    /// <summary>It is an appointment by now; that is cancelled, not released.</summary>
    AlreadyConfirmed,
}
