namespace Orchestrator.Core.Redaction.Text;

internal enum CharKind : byte
{
    Space,
    NewLine,
    Letter,
    OtherLetter,
    Digit,
    Mark,
    Combining,
    Ignorable,
    Surrogate,
}
