namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// Closed, open, and half open with one trial. While it is open a caller hears at once that no text can go out, instead of
/// waiting out a timeout, and Twilio is left alone.
/// </summary>
internal sealed class SendBreaker(TimeProvider time)
{
    public const int FailuresToOpen = 5;

    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(15);

    /// <summary>Failures further apart are not one outage.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private int _failures;
    private long _lastFailure;
    private bool _isTrying;

    /// <summary>No failure counts any more, and nothing is on trial.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return !_isTrying && (_failures == 0 || time.GetElapsedTime(_lastFailure) > Memory);
        }
    }

    /// <summary>Whether a send may go; else how long to wait. Every granted entry ends with <see cref="Leave"/>.</summary>
    public bool TryEnter(out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        lock (_lock)
        {
            if (_failures < FailuresToOpen)
                return true;
            wait = OpenFor - time.GetElapsedTime(_lastFailure);
            if (wait > TimeSpan.Zero)
                return false;
            wait = TimeSpan.FromSeconds(1);
            return !_isTrying && (_isTrying = true);
        }
    }

    public void Leave(BreakerVerdict verdict)
    {
        lock (_lock)
        {
            _isTrying = false;
            if (verdict == BreakerVerdict.Healthy)
                _failures = 0;
            else if (verdict == BreakerVerdict.Failing)
            {
                // One past the threshold opens it again for the whole time.
                _failures = _failures < FailuresToOpen && time.GetElapsedTime(_lastFailure) > Memory ? 1 : _failures + 1;
                _lastFailure = time.GetTimestamp();
            }
        }
    }
}
