using NodaTime;
using Orchestrator.Core.Contacts;

namespace Orchestrator.Core.Verification;

/// <summary>A text that may leave: committed, with its code in memory only.</summary>
public sealed record PreparedDispatch(Guid Id, int Generation, CodeChannel Channel, string Code, PhoneNumber Phone, Instant ExpiresAt, Duration Life, Duration ResendAfter)
{
    public override string ToString() => $"PreparedDispatch {Id}";
}
