namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What one request to create a message came to; both adapters speak in these.</summary>
internal abstract record SendAttempt
{
    private SendAttempt()
    {
    }

    public static SendAttempt Of(TwilioReply reply) => reply switch
    {
        TwilioReply.NotConnected failed => new NotConnected(failed.Reason),
        TwilioReply.Lost lost => new Lost(lost.Reason),
        TwilioReply.Answered { IsSuccess: false } answer => new Answered(answer.Status, TwilioJson.ErrorCode(answer.Body), answer.RetryAfter, null, null, null),
        TwilioReply.Answered answer => TwilioJson.TryOpen(answer.Body, out var made)
            ? new Answered(answer.Status, null, null, made.Value.Text("sid"), made.Value.Text("status"), made.Value.Number("num_segments"))
            : new Answered(answer.Status, null, null, null, null, null),
        _ => throw new InvalidOperationException("A request has three ends."),
    };

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
