namespace Orchestrator.Core.Speech;

internal enum SpeechTokenKind
{
    Word,
    Digits,
    Mark,
}
