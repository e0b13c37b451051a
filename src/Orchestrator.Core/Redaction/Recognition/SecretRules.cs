using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>User names and passwords after their cue.</summary>
internal sealed class SecretRules(Scratch scratch)
{
    private const int Longest = 64;

    public void Judge()
    {
        for (var i = 0; i < scratch.Cues.Count; i++)
        {
            var mark = scratch.Cues[i];
            if (mark.Cue.Kind == CueKind.Value && mark.Cue.Type is EntityType.Password or EntityType.Username && IsPlain(i)) Read(mark.Last + 1, mark.Cue.Type);
        }
    }

    /// <summary>"u:" and "p:" count as a pair only; alone they are labels of something else.</summary>
    private bool IsPlain(int cue)
    {
        var mark = scratch.Cues[cue];
        if (scratch.Tokens[mark.Last].Length > 1) return true;
        var other = mark.Cue.Type == EntityType.Username ? cue + 1 : cue - 1;
        return other >= 0 && other < scratch.Cues.Count && scratch.Tokens[scratch.Cues[other].Last].Length == 1
            && scratch.Cues[other].Cue.Type is EntityType.Password or EntityType.Username && Math.Abs(scratch.Cues[other].First - mark.First) <= 12;
    }

    private void Read(int token, EntityType type)
    {
        var at = token;
        var isTied = false;
        while (at < scratch.Tokens.Count && at - token < 3 && (scratch.Tokens[at].IsMark(':') || scratch.Tokens[at].IsMark('=') || IsTie(at)))
        {
            isTied = true;
            at++;
        }

        if (scratch.StartsLine(at) || scratch.Tokens[at].Kind == TokenKind.Placeholder) return;
        var text = scratch.Document.Text;
        var start = scratch.Tokens[at].Start;
        var end = start;
        var digits = 0;
        while (end < text.Length && end - start < Longest && CharFold.Kind(text[end]) is not (CharKind.Space or CharKind.NewLine) && text[end] != '\\')
        {
            if (char.IsAsciiDigit(text[end])) digits++;
            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or '?') end--;
        if (end - start < 3) return;
        var isWord = scratch.IsWord(at) && scratch.Document.EndOf(at) >= end;
        var isLabelled = scratch.Tokens[token].IsMark(':') || scratch.Tokens[token].IsMark('=');
        if (!isLabelled && scratch.Tokens[token - 1].Length == 1) return;
        if (isWord && digits == 0 && !IsUnknown(at, isLabelled, isTied)) return;
        if (!isWord && !isTied && digits == 0) return;
        scratch.Candidates.Add(new Candidate(start, end, type, RedactionLayer.Cue, Reasons.Of(type, RedactionLayer.Cue), 0.9f));
    }

    /// <summary>"password: hunter" always; "password is wrong" and "password reset" never.</summary>
    private bool IsUnknown(int token, bool isLabelled, bool isTied)
    {
        if (isLabelled) return true;
        var text = scratch.Document.TextOf(token);
        if ((scratch.Tokens[token].Lex != 0 && !scratch.Is(token, WordRole.TermOnly)) || text.Length < 4 || text.EndsWith("ing") || text.EndsWith("ed")) return false;
        return isTied || scratch.StartsLine(token + 1) || scratch.Is(token + 1, WordRole.CueHead);
    }

    private bool IsTie(int token) => scratch.IsWord(token) && (scratch.Is(token, WordRole.Copula) || scratch.Document.TextOf(token) is "is");
}
