using System.Collections.Concurrent;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// One breaker per credential version, which belongs to one organization: what happens to one clinic's texts never stops
/// another's, also when both name the same account.
/// </summary>
internal sealed class SendBreakers(TimeProvider time)
{
    private const int SweepAt = 4_096;

    private readonly ConcurrentDictionary<Guid, SendBreaker> _breakers = new();

    public SendBreaker For(Guid credentialVersion)
    {
        // Retired versions fall idle; without this they would gather for as long as the process lives.
        if (_breakers.Count >= SweepAt)
            Sweep();
        return _breakers.GetOrAdd(credentialVersion, static (_, clock) => new SendBreaker(clock), time);
    }

    private void Sweep()
    {
        foreach (var (version, breaker) in _breakers)
        {
            if (breaker.IsIdle)
                _breakers.TryRemove(KeyValuePair.Create(version, breaker));
        }
    }
}
