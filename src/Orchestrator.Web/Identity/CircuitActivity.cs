namespace Orchestrator.Web.Identity;

/// <summary>When the person in front of an open page last did anything; one per circuit.</summary>
internal sealed class CircuitActivity(TimeProvider time)
{
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private DateTimeOffset _seen = time.GetUtcNow();

    public void Touch() => _seen = time.GetUtcNow();

    public bool IsAlive(DateTimeOffset now) => now - _seen < PortalSession.Idle && now - _began < PortalSession.Longest;
}
