using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Judges values of letters and digits: postcodes, insurance and licence numbers, records, plates.</summary>
internal sealed class MixedRules(Scratch scratch, CueFinder cues)
{
    private const int LongestButIban = 18;
    private const int LeastReadOut = 6;
    private const int LeastAfterNumber = 4;
    private const int LeastMixed = 8;
    private const int MostReadOut = 16;

    private readonly AtomReader _reader = new(scratch);
    private readonly Buffer<AtomPlace> _places = new();
    private int _coveredUntil;

    public void Reset()
    {
        _places.TruncateTo(0);
        _reader.Reset();
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
            _places.Add(_reader.Read(token, out _coveredUntil));
        }

        var next = token + 1;
        while (next < _coveredUntil && scratch.Document.IsGlued(next)) next++;
        return next;
    }

    /// <summary>Remembers a run of digits that letters stand beside.</summary>
    public void NoteRun(int first, int last)
    {
        if (first < _coveredUntil || !_reader.HasLettersBeside(first, last)) return;
        _places.Add(_reader.Read(first, out _coveredUntil));
    }

    public void Judge()
    {
        foreach (var place in _places.Span)
        {
            if (place.Count == 0) continue;
            var run = _reader.RunAt(place);
            JudgeShapes(run);
            JudgeCued(run);
        }
    }

    private void JudgeCued(AtomRun atoms)
    {
        var first = FirstOfValue(atoms);
        if (first < 0) return;
        var last = atoms.Count - 1;
        while (last > first && IsTrailing(atoms[last])) last--;
        var count = atoms.CountOf(first, last);
        var cue = cues.Find(atoms[first].First, atoms[last].Last, count, letters: true);
        if (!cue.IsValue || !scratch.Lexicon.LengthOf(cue.Type).Letters)
        {
            if (!cue.Is(CueKind.Guard)) JudgeReadOut(atoms, first, last, cue.Is(CueKind.Number) && cue.Cost <= 1);
            return;
        }

        var rule = scratch.Lexicon.LengthOf(cue.Type);
        while (last > first && (atoms.CountOf(first, last) > rule.Most || (atoms.CountOf(first, atoms.Count - 1) > rule.Most && !EndsAtComma(atoms[last])))) last--;
        count = atoms.CountOf(first, last);
        if (count < (cue.IsPiece ? 1 : rule.Least) || count > rule.Most || atoms.DigitsOf(first, last) < (cue.Layer == RedactionLayer.Expectation ? 1 : 2) || !atoms.HasLetters(first, last) || cue.Cost > 3) return;
        scratch.Hide(atoms[first].First, atoms[last].Last, cue.Type, cue.Layer, Reasons.Of(cue.Type, cue.Layer), 0.88);
    }

    /// <summary>
    /// "X Q H four four one nine oh two": letters and six or more digits read out one after another are somebody's number,
    /// whatever it is; after "my number is" fewer are enough.
    /// </summary>
    private void JudgeReadOut(AtomRun atoms, int first, int last, bool isNumber)
    {
        if (!atoms[first].Letters || (scratch.Tokens[atoms[first].First].Length > 1 && scratch.Is(atoms[first].First, WordRole.CueHead | WordRole.Common))) return;
        var single = 0;
        for (var i = first; i <= last; i++)
        {
            if (atoms[i].Spoken && !atoms[i].Letters && atoms[i].Count == 1) single++;
        }

        var digits = atoms.DigitsOf(first, last);
        if ((digits < (isNumber ? LeastAfterNumber : LeastReadOut) && (digits < LeastAfterNumber || atoms.CountOf(first, last) < LeastMixed)) || digits > MostReadOut || single * 2 < digits) return;
        scratch.Hide(atoms[first].First, atoms[last].Last, EntityType.Id, isNumber ? RedactionLayer.Cue : RedactionLayer.Shape, isNumber ? "ID:cue" : "ID:read-out", 0.6);
    }

    /// <summary>Capitals that are the cue itself ("NHS 943 …") are no part of the value; a prefix such as "MRN" after "is" is.</summary>
    private int FirstOfValue(AtomRun atoms)
    {
        for (var i = 0; i < atoms.Count; i++)
        {
            var isWord = atoms[i].Letters && scratch.Tokens[atoms[i].First].Length > 1;
            if (!isWord || !scratch.Is(atoms[i].First, WordRole.CueHead | WordRole.Common) || (i + 1 < atoms.Count && atoms[i + 1].Glued)) return i;
            if (scratch.Is(atoms[i].First - 1, WordRole.Copula) || (i == 0 && atoms[i].First > 0 && scratch.Tokens[atoms[i].First - 1].Has(TokenFlags.Possessive)) || scratch.Document.TextOf(Math.Max(0, atoms[i].First - 1)) is "is") return i;
        }

        return -1;
    }

    private bool IsTrailing(Atom atom)
    {
        var token = atom.First;
        if (!atom.Letters || atom.Glued) return false;
        return scratch.Tokens[token].Length == 1 ? !scratch.Tokens[token].Has(TokenFlags.Capital) && scratch.Document.TextOf(token) is "a" or "i" : scratch.Is(token, WordRole.Common | WordRole.Link | WordRole.UnitAfter);
    }

    private bool EndsAtComma(Atom atom) => scratch.IsMark(atom.Last + 1, ',') || scratch.IsMark(atom.Last + 1, '.');

    private void JudgeShapes(AtomRun atoms)
    {
        for (var first = 0; first < atoms.Count; first++)
        {
            if (first > 0 && atoms[first].Glued) continue;
            var next = FindShape(atoms, first);
            if (next == first) continue;
            first = next - 1;
        }
    }

    /// <summary>Hides the longest form that begins at the atom; gives the atom after it.</summary>
    private int FindShape(AtomRun atoms, int first)
    {
        var start = atoms[first].Start;
        if (scratch.Lexicon.Mixed.At(atoms.Value[start..]) is not { } beginning || !beginning.MayHave(atoms.Letters >> start, atoms.Value.Length - start)) return first;
        Recogniser? best = null;
        var bestLast = first;
        var longest = MayBeIban(atoms, first) ? scratch.Lexicon.Mixed.Longest : LongestButIban;
        var lengths = beginning.Lengths;
        for (var last = first; last < atoms.Count; last++)
        {
            var count = atoms.CountOf(first, last);
            if (last > first && !atoms[last].Glued) lengths &= beginning.LooseLengths;
            if (count > longest || lengths >> count == 0) break;
            if ((lengths >> count & 1) == 0) continue;
            if (last + 1 < atoms.Count && atoms[last + 1].Glued) continue;
            var value = atoms.Value.Slice(start, count);
            foreach (var form in beginning.Of(count))
            {
                if (!Stands(form, atoms, first, last) || !form.Shape.Matches(value) || !Checksums.Holds(form.Checksum, value)) continue;
                (best, bestLast) = (form, last);
                break;
            }
        }

        if (best is null || IsDose(atoms[bestLast])) return first;
        var layer = best.Checksum == Checksum.None ? RedactionLayer.Shape : RedactionLayer.Checksum;
        scratch.Hide(atoms[first].First, atoms[bestLast].Last, best.Type, layer, best.Name, best.Score);
        return bestLast + 1;
    }

    private static bool MayBeIban(AtomRun atoms, int first) => atoms[first].Letters && (atoms[first].Count == 2 || (first + 1 < atoms.Count && atoms[first + 1].Letters));

    private static bool Stands(Recogniser form, AtomRun atoms, int first, int last) => form.Alone switch
    {
        Standing.Always => last - first <= 12,
        Standing.Solid => atoms.IsSolid(first, last),
        Standing.Grouped => IsGroupedAs(form.Groups, atoms, first, last),
        Standing.Never => false,
    };

    private static bool IsGroupedAs(ulong[] groups, AtomRun atoms, int first, int last)
    {
        var written = 0UL;
        for (var i = first; i <= last; i++) written = Grouping.Append(written, atoms[i].Count);
        return atoms.IsSolid(first, last) || Array.IndexOf(groups, written) >= 0;
    }

    /// <summary>"B12 5mg", "at 9 4th": the tail is a unit or an ordinal.</summary>
    private bool IsDose(Atom atom)
    {
        return atom.Letters && scratch.Tokens[atom.First].Length > 1 && !scratch.Tokens[atom.First].Has(TokenFlags.Capital)
            && scratch.Is(atom.First, WordRole.UnitAfter | WordRole.ClockAfter | WordRole.Ordinal);
    }
}
