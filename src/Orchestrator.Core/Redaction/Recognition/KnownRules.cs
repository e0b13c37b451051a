using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Finds what the clinic knows, and what the call has already given away, wherever it stands.</summary>
internal sealed class KnownRules(Scratch scratch)
{
    private const int MostFound = 4096;

    private readonly NameReader _names = new(scratch);

    public void Judge(KnownIndex known, Func<EntityType, string> reason)
    {
        if (known.HasNames) JudgeNames(known, reason);
        foreach (var (digits, type) in known.Numbers) FindNumber(digits, type);
        foreach (var (text, type) in known.Literals) FindLiteral(text, type);
        known.Terms?.Find(scratch.Document.Text, (start, end) =>
            scratch.Candidates.Add(new Candidate(start, end, EntityType.Denied, RedactionLayer.Known, reason(EntityType.Denied), 0.99f)));
    }

    private void JudgeNames(KnownIndex known, Func<EntityType, string> reason)
    {
        var tokens = scratch.Tokens.Span;
        var hasEveryday = known.HasEverydayNames;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var word = ref tokens[i];
            if (!word.Has(TokenFlags.MayBeName | TokenFlags.Possessive) && !(hasEveryday && known.MayHave(word.Hash))) continue;
            if (word.Kind != TokenKind.Word || word.Length < 2 || !IsKnown(known, i, out var type)) continue;
            var last = i;
            if (scratch.Is(i, WordRole.Month) && (last + 1 >= tokens.Length || !IsKnown(known, last + 1, out _))) continue;
            while (last + 1 < tokens.Length && !tokens[last + 1].Has(TokenFlags.NewLine) && IsKnown(known, last + 1, out var next) && next == type) last++;
            var first = i;
            if (type == EntityType.Person)
            {
                last = _names.Extend(i, last);
                while (first > 0 && i - first < 2 && !scratch.StartsLine(first) && scratch.IsCased(first) && scratch.Tokens[first - 1].Has(TokenFlags.Capital) && _names.IsFirstName(first - 1)) first--;
            }

            scratch.Hide(first, last, type, RedactionLayer.Known, reason(type), 0.96);
            i = last;
        }
    }

    /// <summary>An everyday word ("will", "may") counts only when written as a name.</summary>
    private bool IsKnown(KnownIndex known, int token, out EntityType type)
    {
        type = EntityType.Person;
        ref var word = ref scratch.Tokens[token];
        if (word.Kind != TokenKind.Word) return false;
        var hash = word.Has(TokenFlags.Possessive) ? scratch.Document.KeyOf(token).Hash : word.Hash;
        var isEveryday = scratch.Is(token, WordRole.Common | WordRole.Month | WordRole.UnitAfter | WordRole.CueHead | WordRole.Link | WordRole.Place);
        if (known.FindWord(hash, out type)) return !isEveryday || (word.Has(TokenFlags.Capital) && !IsSentenceStart(token));
        if (word.Lex != 0 && !scratch.Is(token, WordRole.FirstName)) return false;
        if (isEveryday || word.Length < 4 || (scratch.IsCased(token) && !word.Has(TokenFlags.Capital))) return false;
        return known.FindSound(scratch.Document.TextOf(token), word.Has(TokenFlags.Possessive) ? 0 : word.Hash, out type);
    }

    private bool IsSentenceStart(int token) => scratch.StartsLine(token) || (scratch.Tokens[token - 1].Kind == TokenKind.Mark && scratch.Tokens[token - 1].Hash is '.' or '?' or '!');

    private void FindNumber(byte[] digits, EntityType type)
    {
        var all = scratch.Digits.Span;
        var from = 0;
        for (var found = 0; found < MostFound && all[from..].IndexOf(digits) is var at and >= 0; found++)
        {
            var start = from + at;
            int first = ItemAt(start), last = ItemAt(start + digits.Length - 1);
            if (IsOneRun(first, last)) scratch.Hide(Begin(first), scratch.Items[last].Last, type, RedactionLayer.Known, Reasons.Known(type), 0.99);
            from = start + 1;
        }
    }

    /// <summary>Takes in the country code or trunk zero that stands in front within the same run.</summary>
    private int Begin(int item)
    {
        var first = item;
        while (first > 0 && item - first < 3 && scratch.Items[first].Before is not (Separator.Comma or Separator.Pause or Separator.Correction) && IsOneRun(first - 1, first)
            && scratch.Items[first - 1].DigitCount <= 3) first--;
        return scratch.Items[first].First;
    }

    private int ItemAt(int digit)
    {
        int low = 0, high = scratch.Items.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (scratch.Items[middle].DigitStart <= digit) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private bool IsOneRun(int first, int last)
    {
        int low = 0, high = scratch.Runs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (scratch.Runs[middle].FirstItem <= first) low = middle;
            else high = middle - 1;
        }

        return scratch.Runs.Count > 0 && scratch.Runs[low].FirstItem <= first && last <= scratch.Runs[low].LastItem;
    }

    private void FindLiteral(string value, EntityType type)
    {
        var text = scratch.Document.Text;
        var from = 0;
        for (var found = 0; found < MostFound && text.AsSpan(from).IndexOf(value, StringComparison.OrdinalIgnoreCase) is var at and >= 0; found++)
        {
            int start = from + at, end = start + value.Length;
            if ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                scratch.Candidates.Add(new Candidate(start, end, type, RedactionLayer.Known, Reasons.Known(type), 0.99f));
            from = end;
        }
    }
}
