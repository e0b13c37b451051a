using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Judges values of letters and digits: postcodes, insurance and licence numbers, records, plates.</summary>
internal sealed class MixedRules(Scratch scratch, CueFinder cues)
{
    private const int LongestButIban = 18;

    private readonly AtomReader _reader = new(scratch);
    private readonly Buffer<int> _starts = new();
    private int _coveredUntil;

    public void Reset()
    {
        _starts.TruncateTo(0);
        _coveredUntil = 0;
    }

    /// <summary>
    /// Remembers a place to judge once all cues are known; gives the token to go on from, which is a number that may also
    /// be one of its own.
    /// </summary>
    public int Note(int token)
    {
        if (token >= _coveredUntil)
        {
            _starts.Add(token);
            _coveredUntil = _reader.Read(token);
        }

        var next = token + 1;
        while (next < _coveredUntil && scratch.Document.IsGlued(next)) next++;
        return next;
    }

    /// <summary>Remembers a run of digits that letters stand beside.</summary>
    public void NoteRun(int first, int last)
    {
        if (first < _coveredUntil || !_reader.HasLettersBeside(first, last)) return;
        _starts.Add(first);
        _coveredUntil = _reader.Read(first);
    }

    public void Judge()
    {
        foreach (var start in _starts.Span)
        {
            _reader.Read(start);
            if (_reader.Atoms.Count == 0) continue;
            JudgeCued(JudgeShapes());
        }
    }

    private void JudgeCued(EntityType? shape)
    {
        var atoms = _reader.Atoms;
        var first = FirstOfValue();
        if (first < 0) return;
        var last = atoms.Count - 1;
        while (last > first && IsTrailing(last)) last--;
        var count = CountOf(first, last);
        var cue = cues.Find(atoms[first].First, atoms[last].Last, count, letters: true);
        if (!cue.IsValue || cue.Type == shape || !scratch.Lexicon.LengthOf(cue.Type).Letters) return;
        var rule = scratch.Lexicon.LengthOf(cue.Type);
        while (last > first && (CountOf(first, last) > rule.Most || (CountOf(first, atoms.Count - 1) > rule.Most && !EndsAtComma(last)))) last--;
        count = CountOf(first, last);
        if (count < (cue.IsPiece ? 1 : rule.Least) || count > rule.Most || DigitsOf(first, last) < (cue.Layer == RedactionLayer.Expectation ? 1 : 2) || !HasLetters(first, last) || cue.Cost > 3) return;
        scratch.Hide(atoms[first].First, atoms[last].Last, cue.Type, cue.Layer, Reasons.Of(cue.Type, cue.Layer), 0.88);
    }

    /// <summary>Capitals that are the cue itself ("NHS 943 …") are no part of the value; a prefix such as "MRN" after "is" is.</summary>
    private int FirstOfValue()
    {
        var atoms = _reader.Atoms;
        for (var i = 0; i < atoms.Count; i++)
        {
            var isWord = atoms[i].Letters && scratch.Tokens[atoms[i].First].Length > 1;
            if (!isWord || !scratch.Is(atoms[i].First, WordRole.CueHead | WordRole.Common) || (i + 1 < atoms.Count && atoms[i + 1].Glued)) return i;
            if (scratch.Is(atoms[i].First - 1, WordRole.Copula) || scratch.Document.TextOf(Math.Max(0, atoms[i].First - 1)) is "is") return i;
        }

        return -1;
    }

    private bool IsTrailing(int atom)
    {
        var token = _reader.Atoms[atom].First;
        if (!_reader.Atoms[atom].Letters || _reader.Atoms[atom].Glued) return false;
        return scratch.Tokens[token].Length == 1 ? !scratch.Tokens[token].Has(TokenFlags.Capital) && scratch.Document.TextOf(token) is "a" or "i" : scratch.Is(token, WordRole.Common | WordRole.Link | WordRole.UnitAfter);
    }

    private bool EndsAtComma(int atom) => scratch.IsMark(_reader.Atoms[atom].Last + 1, ',') || scratch.IsMark(_reader.Atoms[atom].Last + 1, '.');

    /// <summary>Type of the last form found.</summary>
    private EntityType? JudgeShapes()
    {
        EntityType? found = null;
        var atoms = _reader.Atoms;
        for (var first = 0; first < atoms.Count; first++)
        {
            if (first > 0 && atoms[first].Glued) continue;
            var next = FindShape(first, ref found);
            if (next == first) continue;
            first = next - 1;
        }

        return found;
    }

    /// <summary>Hides the longest form that begins at the atom; gives the atom after it.</summary>
    private int FindShape(int first, ref EntityType? found)
    {
        var atoms = _reader.Atoms;
        Recogniser? best = null;
        var bestLast = first;
        var longest = MayBeIban(first) ? scratch.Lexicon.Mixed.Longest : LongestButIban;
        var lengths = scratch.Lexicon.Mixed.LengthsOf(_reader.Value[atoms[first].Start]);
        for (var last = first; last < atoms.Count; last++)
        {
            var count = CountOf(first, last);
            if (count > longest) break;
            if ((lengths >> count & 1) == 0) continue;
            if (last + 1 < atoms.Count && atoms[last + 1].Glued) continue;
            var value = _reader.Value.Span.Slice(atoms[first].Start, count);
            foreach (var form in scratch.Lexicon.Mixed.Of(value))
            {
                if (!Stands(form, first, last) || !form.Shape.Matches(value) || !Checksums.Holds(form.Checksum, value)) continue;
                (best, bestLast) = (form, last);
                break;
            }
        }

        if (best is null || IsDose(bestLast)) return first;
        var layer = best.Checksum == Checksum.None ? RedactionLayer.Shape : RedactionLayer.Checksum;
        scratch.Hide(atoms[first].First, atoms[bestLast].Last, best.Type, layer, best.Name, best.Score);
        found = best.Type;
        return bestLast + 1;
    }

    private bool MayBeIban(int first) => _reader.Atoms[first].Letters && (_reader.Atoms[first].Count == 2 || (first + 1 < _reader.Atoms.Count && _reader.Atoms[first + 1].Letters));

    private bool Stands(Recogniser form, int first, int last) => form.Alone switch
    {
        Standing.Always => last - first <= 12,
        Standing.Solid => IsSolid(first, last),
        Standing.Grouped => IsGroupedAs(form.Groups, first, last),
        Standing.Never => false,
    };

    private bool IsSolid(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (!_reader.Atoms[i].Glued) return false;
        }

        return true;
    }

    private bool IsGroupedAs(ulong[] groups, int first, int last)
    {
        var written = 0UL;
        for (var i = first; i <= last; i++) written = Grouping.Append(written, _reader.Atoms[i].Count);
        return IsSolid(first, last) || Array.IndexOf(groups, written) >= 0;
    }

    /// <summary>"B12 5mg", "at 9 4th": the tail is a unit or an ordinal.</summary>
    private bool IsDose(int last)
    {
        var atom = _reader.Atoms[last];
        return atom.Letters && scratch.Tokens[atom.First].Length > 1 && !scratch.Tokens[atom.First].Has(TokenFlags.Capital)
            && scratch.Is(atom.First, WordRole.UnitAfter | WordRole.ClockAfter | WordRole.Ordinal);
    }

    private int CountOf(int first, int last) => _reader.Atoms[last].Start + _reader.Atoms[last].Count - _reader.Atoms[first].Start;

    private int DigitsOf(int first, int last)
    {
        var digits = 0;
        for (var i = first; i <= last; i++)
        {
            if (!_reader.Atoms[i].Letters) digits += _reader.Atoms[i].Count;
        }

        return digits;
    }

    private bool HasLetters(int first, int last) => DigitsOf(first, last) < CountOf(first, last);
}
