using System.Text;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Contacts;

/// <summary>
/// The runs of digits of a sentence about a number. Joining words and punctuation do not end a run; other words do, and
/// everything from the word "extension" on is left out.
/// </summary>
internal static class PhoneNumberRuns
{
    public static List<string> Read(List<DigitPiece> pieces, bool takeHomophones)
    {
        var words = PhoneNumberWords.English;
        var runs = new List<string>();
        var run = new StringBuilder();
        for (var at = 0; at < pieces.Count; at++)
        {
            var piece = pieces[at];
            if (piece.Kind == DigitPieceKind.Digits || (piece.Kind == DigitPieceKind.Homophone && takeHomophones && IsInside(pieces, at))) run.Append(piece.Text);
            else if (IsPlus(piece, words) || IsCountryCode(pieces, at)) StartWithPlus(runs, run);
            else if (IsExtension(piece, words) && (run.Length > 0 || runs.Count > 0)) break;
            else if (EndsRun(piece, words)) Close(runs, run);
        }

        Close(runs, run);
        return runs;
    }

    private static void StartWithPlus(List<string> runs, StringBuilder run)
    {
        if (run is not { Length: 1 } || run[0] != '+') Close(runs, run);
        if (run.Length == 0) run.Append('+');
    }

    private static void Close(List<string> runs, StringBuilder run)
    {
        if (run.Length > 0 && run.ToString() != "+") runs.Add(run.ToString());
        run.Clear();
    }

    private static bool IsPlus(DigitPiece piece, PhoneNumberWords words) => piece.Text == "+" || (piece.Kind == DigitPieceKind.Word && words.Plus.Contains(piece.Text));

    /// <summary>"country code four four" is a spoken plus.</summary>
    private static bool IsCountryCode(List<DigitPiece> pieces, int at) =>
        at > 0 && pieces[at].Kind == DigitPieceKind.Word && pieces[at].Text == "code" && pieces[at - 1].Text is "country" or "international";

    private static bool IsExtension(DigitPiece piece, PhoneNumberWords words) =>
        piece is { Kind: DigitPieceKind.Mark, Text: "#" or ";" } || (piece.Kind == DigitPieceKind.Word && words.Extension.Contains(piece.Text));

    private static bool EndsRun(DigitPiece piece, PhoneNumberWords words) => piece.Kind switch
    {
        DigitPieceKind.Word => !words.Joining.Contains(piece.Text),
        DigitPieceKind.Homophone or DigitPieceKind.Broken or DigitPieceKind.Correction => true,
        DigitPieceKind.Mark => piece.Text is "*" or ":" or "=" or "?" or "\uFFFD",
        DigitPieceKind.Digits => false,
    };

    private static bool IsInside(List<DigitPiece> pieces, int at) =>
        at > 0 && pieces[at - 1].Kind is DigitPieceKind.Digits or DigitPieceKind.Homophone
        && (at + 1 == pieces.Count || pieces[at + 1].Kind is DigitPieceKind.Digits or DigitPieceKind.Homophone);
}
