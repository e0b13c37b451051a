using System.Text;

namespace Orchestrator.Core.Speech;

/// <summary>The stretch of a sentence that stands after its corrections ("no", "sorry", "wait"): the last one with digits in it.</summary>
internal sealed class DigitSentence
{
    private readonly NumberWords _words;

    private DigitSentence(List<DigitPiece> pieces, NumberWords words) => (Pieces, _words) = (pieces, words);

    public List<DigitPiece> Pieces { get; }

    public bool IsBroken => Pieces.Exists(piece => piece.Kind == DigitPieceKind.Broken);

    /// <summary>"… eight or five": which digits are meant is open.</summary>
    public bool HasAlternative
    {
        get
        {
            var at = Pieces.FindIndex(piece => piece.Kind == DigitPieceKind.Word && _words.Alternatives.Contains(piece.Text));
            return at > 0 && Pieces.FindIndex(piece => piece.Kind == DigitPieceKind.Digits) < at && Pieces.FindLastIndex(piece => piece.Kind == DigitPieceKind.Digits) > at;
        }
    }

    /// <summary>Only what was certainly said.</summary>
    public string Digits => string.Concat(Pieces.Where(piece => piece.Kind == DigitPieceKind.Digits).Select(piece => piece.Text));

    /// <returns>Null when the text holds no digit.</returns>
    public static DigitSentence? Read(string text, NumberWords words)
    {
        if (text.Length > SpeechText.MaxLength) return null;

        List<DigitPiece>? last = null;
        var current = new List<DigitPiece>();
        foreach (var piece in SpokenDigits.Read(text, words))
        {
            if (piece.Kind == DigitPieceKind.Correction) current = [];
            else current.Add(piece);
            if (piece.Kind is DigitPieceKind.Digits) last = current;
        }

        return last is null ? null : new DigitSentence(last, words);
    }

    /// <summary>
    /// The digits with sound-alikes ("for", "to", "ate") taken as digits where they stand inside a run. At the edge of a run
    /// such a word is more often itself ("sent to 4 2 7", "for the booking"), so there it counts only at the edge of the
    /// sentence or after an announcing word ("it is for two seven").
    /// </summary>
    public string DigitsWithHomophones()
    {
        var spoken = Pieces.Where(piece => piece.Kind != DigitPieceKind.Mark).ToList();
        var digits = new StringBuilder();
        for (var at = 0; at < spoken.Count;)
        {
            var end = at;
            while (end < spoken.Count && spoken[end].Kind is DigitPieceKind.Digits or DigitPieceKind.Homophone) end++;
            if (end > at) AppendRun(spoken, at, end, digits);
            at = end + 1;
        }

        return digits.ToString();
    }

    private void AppendRun(List<DigitPiece> spoken, int start, int end, StringBuilder digits)
    {
        var first = spoken.FindIndex(start, end - start, piece => piece.Kind == DigitPieceKind.Digits);
        if (first < 0) return;
        var last = spoken.FindLastIndex(end - 1, end - start, piece => piece.Kind == DigitPieceKind.Digits);

        var opens = start == 0 || _words.Announcers.Contains(spoken[start - 1].Text);
        var from = opens ? start : first;
        var to = end == spoken.Count ? end : last + 1;
        for (var at = from; at < to; at++) digits.Append(spoken[at].Text);
    }
}
