namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What one request to create a message came to; both adapters speak in these.</summary>
internal abstract record SendAttempt
{
    private SendAttempt()
    {
    }

    /// <param name="ErrorCode">Twilio's, where the answer held one.</param>
    /// <param name="RetryAfter">As the answer asked.</param>
    /// <param name="MessageSid">Of a good answer, where it could be read.</param>
    /// <param name="Word">The first status word.</param>
    /// <param name="Segments">As stated; 0 means not known yet.</param>
    public sealed record Answered(int HttpStatus, int? ErrorCode, TimeSpan? RetryAfter, string? MessageSid, string? Word, int? Segments) : SendAttempt;

    /// <summary>Never reached Twilio.</summary>
    public sealed record NotConnected(string Reason) : SendAttempt;

    /// <summary>May have been processed.</summary>
    public sealed record Lost(string Reason) : SendAttempt;
}
