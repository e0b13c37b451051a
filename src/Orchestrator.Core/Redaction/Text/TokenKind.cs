namespace Orchestrator.Core.Redaction.Text;

internal enum TokenKind : byte
{
    Word,
    Number,
    Mark,

    /// <summary>A token that an earlier redaction wrote, such as <c>[PHONE_1]</c>, or a stretch of its asterisks.</summary>
    Placeholder,
}
