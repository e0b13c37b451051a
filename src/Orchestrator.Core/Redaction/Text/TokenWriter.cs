using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>Appends tokens to a document, with what has gathered since the last one: gaps, line breaks, a turn's start.</summary>
internal sealed class TokenWriter(Document document)
{
    /// <summary>Flags that the next token takes.</summary>
    public TokenFlags Pending { get; set; }

    /// <summary>Index of a token that begins a line, and so may be a speaker's label; -1 where there are none.</summary>
    public int LineStart { get; set; }

    public int Count => document.Tokens.Count;

    /// <summary>For a token that is no word.</summary>
    public void Add(int start, int end, TokenKind kind, uint hash)
    {
        Write(start, end, hash, ((uint)Pending << 24) | ((uint)kind << 16));
        if (kind == TokenKind.Number) document.Hits.Add(document.Tokens.Count - 1);
    }

    public void AddWord(int start, int end, TokenFlags flags, uint hash, LexiconWord word)
    {
        var index = document.Tokens.Count;
        Write(start, end, hash, Token.Pack(word, flags));
        if ((word.Hints & WordHints.Noted) != 0) document.Hits.Add(index);
        if ((word.Hints & WordHints.Judged) != 0) document.Judged.Add(index);
        if (end - start == 1 && document.Text[start] is not ('a' or 'I' or 'A')) document.Letters.Add(index);
    }

    private void Write(int start, int end, uint hash, uint rest)
    {
        ref var token = ref document.Tokens.Add();
        token.Start = start;
        token.End = end;
        token.Hash = hash;
        token.Rest = rest;
        Pending = TokenFlags.None;
    }
}
