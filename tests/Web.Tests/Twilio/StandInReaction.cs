namespace Orchestrator.Web.Tests.Twilio;

/// <summary>How the stand-in treats one request to create a message.</summary>
/// <param name="Kind">What happens to the request and its connection.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="Body">Of the answer, where it is not the usual one.</param>
/// <param name="ContentType">Of that body.</param>
/// <param name="RetryAfter">Header of the answer.</param>
/// <param name="Delay">Before anything happens.</param>
/// <param name="IsProcessed">Whether the text goes out all the same.</param>
internal sealed record StandInReaction(
    StandInReactionKind Kind,
    int Status = 201,
    string? Body = null,
    string ContentType = "application/json",
    string? RetryAfter = null,
    TimeSpan Delay = default,
    bool IsProcessed = true)
{
    public static readonly StandInReaction Normal = new(StandInReactionKind.Normal);

    /// <summary>Never answers; the text goes out.</summary>
    public static readonly StandInReaction Hang = new(StandInReactionKind.Hang);

    /// <summary>Drops the connection before the body is read.</summary>
    public static readonly StandInReaction ResetUnread = new(StandInReactionKind.ResetUnread, IsProcessed: false);

    /// <summary>Takes the text and drops the connection instead of answering.</summary>
    public static readonly StandInReaction ResetProcessed = new(StandInReactionKind.ResetProcessed);

    /// <summary>Takes the text, begins the answer and drops the connection inside its body.</summary>
    public static readonly StandInReaction ResetInAnswer = new(StandInReactionKind.ResetInAnswer);

    /// <summary>Takes the text and answers with the id of another one.</summary>
    public static readonly StandInReaction DuplicateSid = new(StandInReactionKind.DuplicateSid);

    public static StandInReaction Late(TimeSpan delay) => Normal with { Delay = delay };

    /// <summary>Takes the text and answers something that proves nothing.</summary>
    public static StandInReaction Lie(int status, string body, string contentType = "application/json") => new(StandInReactionKind.Answer, status, body, contentType);

    /// <summary>Twilio's classic error; a 5xx may have sent the text, everything else has not.</summary>
    public static StandInReaction Error(int status, int code, string? retryAfter = null) => new(
        StandInReactionKind.Answer,
        status,
        $$"""{"code":{{code}},"message":"no","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""",
        RetryAfter: retryAfter,
        IsProcessed: status >= 500);

    /// <summary>An error with any body.</summary>
    public static StandInReaction Error(int status, string body, string contentType) => new(StandInReactionKind.Answer, status, body, contentType, IsProcessed: status >= 500);
}
