namespace Orchestrator.Web.Tests.Twilio;

internal enum StandInReactionKind
{
    Normal,
    Answer,
    DuplicateSid,
    Hang,
    ResetUnread,
    ResetProcessed,
    ResetInAnswer,
}
