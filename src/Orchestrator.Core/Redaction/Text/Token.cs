using System.Runtime.InteropServices;
using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>One word, number or mark. Sixteen bytes, because a long text has millions of them.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Token
{
    [FieldOffset(0)]
    public int Start;

    [FieldOffset(4)]
    public int End;

    /// <summary>Hash of the folded word, or the mark's character.</summary>
    [FieldOffset(8)]
    public uint Hash;

    /// <summary>Index into the lexicon, 0 for a word it does not have.</summary>
    [FieldOffset(12)]
    public ushort Lex;

    [FieldOffset(14)]
    public TokenKind Kind;

    [FieldOffset(15)]
    public TokenFlags Flags;

    /// <summary>The three above, as <see cref="Pack"/> makes them.</summary>
    [FieldOffset(12)]
    public uint Rest;

    /// <summary>The part of a word's token that is no place: its index, its flags and whether it may be a name.</summary>
    public static uint Pack(LexiconWord word, TokenFlags flags) => (word.Packed & ((uint)WordHints.Name << 16 | ushort.MaxValue)) | ((uint)flags << 24);

    public readonly int Length => End - Start;

    public readonly bool Has(TokenFlags flag) => (Flags & flag) != 0;

    public readonly bool IsMark(char mark) => Kind == TokenKind.Mark && Hash == mark;
}
