using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Tells words that are a person's name from words that are not, with and without capitals to go by.</summary>
internal sealed class NameReader(Scratch scratch)
{
    private const int MostWords = 4;
    private const WordRole NoName = WordRole.Common | WordRole.Link | WordRole.Copula | WordRole.Pronoun | WordRole.UnitAfter | WordRole.Weekday
        | WordRole.Relation | WordRole.NumberWord | WordRole.Possessor | WordRole.Article | WordRole.Speaking | WordRole.Filler
        | WordRole.Title | WordRole.ProviderTitle | WordRole.And | WordRole.Of | WordRole.Place | WordRole.ClockAfter | WordRole.Greeting | WordRole.Ordinal;

    /// <summary>Last token of the name that begins at the token, or -1.</summary>
    public int Read(int token)
    {
        if (AfterParticles(token) is var head && head > token) return Read(head) is var end && end >= 0 ? end : -1;
        if (!IsNameWord(token) && !IsApostrophized(token)) return -1;
        var last = token;
        for (var words = 1; words < MostWords; words++)
        {
            var next = last + 1;
            if (AfterJoint(last) is var joined && joined > last)
            {
                last = joined;
                continue;
            }

            if (scratch.IsMark(next, '-') && scratch.Document.IsGlued(next) && scratch.Document.IsGlued(next + 1) && scratch.IsWord(next + 1))
            {
                last = next + 1;
                continue;
            }

            if (scratch.StartsLine(next) || !scratch.IsWord(next)) break;
            if (scratch.Is(next, WordRole.NameParticle) && !scratch.StartsLine(next + 1) && IsFollowing(next + 1))
            {
                last = next + 1;
                continue;
            }

            if (!IsFollowing(next) && !IsApostrophized(next)) break;
            last = next;
        }

        return EndsInPlace(token, last) ? -1 : last;
    }

    /// <summary>Last token of the name of which the given ones are known: a surname that is written as one may follow.</summary>
    public int Extend(int first, int last)
    {
        var end = last;
        while (end - last < MostWords && !scratch.StartsLine(end + 1) && scratch.IsCased(end))
        {
            if (AfterJoint(end) is var joined && joined > end) end = joined;
            else if (IsCapitalUnknown(end + 1)) end++;
            else if (scratch.Is(end + 1, WordRole.NameParticle) && !scratch.StartsLine(end + 2) && IsCapitalUnknown(end + 2)) end += 2;
            else break;
        }

        return EndsInPlace(first, end) ? last : end;
    }

    /// <summary>"De la Cruz", "van den Berg": the word that the particles lead to, when all are written as a name is.</summary>
    private int AfterParticles(int token)
    {
        var at = token;
        while (at - token < 3 && scratch.IsWord(at) && scratch.Is(at, WordRole.NameParticle) && !scratch.StartsLine(at + 1)) at++;
        if (at == token || !scratch.IsWord(at) || scratch.Is(at, WordRole.NameParticle)) return token;
        return scratch.IsCased(token) && scratch.Tokens[at].Has(TokenFlags.Capital) && IsNameWord(at) && scratch.Tokens[token].Length > 1 ? at : token;
    }

    /// <summary>"O apostrophe Brien"</summary>
    public bool IsApostrophized(int token) =>
        scratch.IsWord(token) && scratch.Tokens[token].Length == 1 && AfterJoint(token) > token && scratch.ValueOf(token + 1) == '\'';

    /// <summary>The word that a spoken apostrophe or hyphen joins to the name, else the token.</summary>
    private int AfterJoint(int token)
    {
        var joint = token + 1;
        if (scratch.StartsLine(joint) || !scratch.IsWord(joint) || !scratch.Is(joint, WordRole.Symbol) || scratch.ValueOf(joint) is not ('\'' or '-')) return token;
        var next = joint + 1;
        if (scratch.StartsLine(next) || !scratch.IsWord(next) || scratch.Tokens[next].Length < 2) return token;
        return scratch.Is(next, NoName | WordRole.At | WordRole.Dot) && !(scratch.Tokens[next].Has(TokenFlags.Capital) && scratch.IsCased(next)) ? token : next;
    }

    /// <summary>After a cue that can mean nothing else, so an unknown word is enough.</summary>
    public bool IsNameWord(int token)
    {
        if (!scratch.IsWord(token) || scratch.Tokens[token].Length < 2) return false;
        var roles = scratch.RolesOf(token);
        var isCapital = scratch.Tokens[token].Has(TokenFlags.Capital);
        if ((roles & WordRole.FirstName) != 0)
        {
            if ((roles & NoName) == 0) return isCapital || (roles & WordRole.Month) == 0;
            return (isCapital && scratch.IsCased(token)) || (!scratch.IsCased(token) && (scratch.StartsLine(token + 1) || IsFollowing(token + 1)));
        }

        if ((roles & (NoName | WordRole.Month)) != 0) return (roles & WordRole.NameWord) != 0 && (scratch.StartsLine(token) ? EndsAnswer(token + 1) : isCapital && scratch.IsCased(token));
        if (isCapital) return !scratch.Tokens[token].Has(TokenFlags.AllCapitals) || scratch.Tokens[token].Length > 3;
        return !scratch.IsCased(token) && scratch.Tokens[token].Lex == 0 && !HasWordEnding(token);
    }

    /// <summary>Nothing else is said.</summary>
    private bool EndsAnswer(int after) => scratch.StartsLine(after) || (scratch.IsMark(after, '.') && scratch.StartsLine(after + 1));

    /// <summary>A first name the lexicon has, that is no everyday word as it is written here.</summary>
    public bool IsFirstName(int token)
    {
        if (!scratch.IsWord(token) || !scratch.Is(token, WordRole.FirstName)) return false;
        return scratch.Tokens[token].Has(TokenFlags.Capital) ? scratch.IsCased(token) || !scratch.Is(token, NoName) : !scratch.Is(token, NoName | WordRole.Month) && !scratch.IsCased(token);
    }

    public bool IsCapitalUnknown(int token) =>
        scratch.IsWord(token) && scratch.Tokens[token].Has(TokenFlags.Capital) && scratch.Tokens[token].Length > 1 && !scratch.Is(token, NoName | WordRole.Month);

    private bool IsFollowing(int token)
    {
        if (!scratch.IsWord(token)) return false;
        ref var word = ref scratch.Tokens[token];
        if (word.Has(TokenFlags.Capital))
        {
            if (word.Length == 1) return scratch.Document.TextOf(token) is not "I" and not "A";
            return !scratch.Is(token, NoName) || scratch.Is(token, WordRole.FirstName)
                || (!word.Has(TokenFlags.AllCapitals) && word.Length > 2 && !scratch.Is(token, WordRole.Pronoun | WordRole.Place | WordRole.Weekday | WordRole.Link | WordRole.And));
        }

        if (word.Length < 2 || scratch.IsCased(token) || scratch.Is(token, NoName | WordRole.Month)) return false;
        return (word.Lex == 0 || scratch.Is(token, WordRole.FirstName)) && !HasWordEnding(token);
    }

    /// <summary>"Harborview Family Clinic" is no person.</summary>
    private bool EndsInPlace(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (scratch.Is(i, WordRole.Place)) return true;
        }

        return scratch.Is(last + 1, WordRole.Place) && !scratch.StartsLine(last + 1);
    }

    private bool HasWordEnding(int token)
    {
        var text = scratch.Document.TextOf(token);
        return text.Length > 5 && (text.EndsWith("ing") || text.EndsWith("ed") || text.EndsWith("ly") || text.EndsWith("tion") || text.EndsWith("ment") || text.EndsWith("ness") || text.EndsWith("ies"));
    }
}
