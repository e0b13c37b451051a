using System.Runtime.InteropServices;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>One word, number or mark. Sixteen bytes, because a long text has millions of them.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Token
{
    public int Start;
    public int End;

    /// <summary>Hash of the folded word, or the mark's character.</summary>
    public uint Hash;

    /// <summary>Index into the lexicon, 0 for a word it does not have.</summary>
    public ushort Lex;
    public TokenKind Kind;
    public TokenFlags Flags;

    public readonly int Length => End - Start;

    public readonly bool Has(TokenFlags flag) => (Flags & flag) != 0;

    public readonly bool IsMark(char mark) => Kind == TokenKind.Mark && Hash == mark;
}
