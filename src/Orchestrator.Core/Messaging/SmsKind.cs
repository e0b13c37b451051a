namespace Orchestrator.Core.Messaging;

public enum SmsKind
{
    Code,
    Notice,
}
