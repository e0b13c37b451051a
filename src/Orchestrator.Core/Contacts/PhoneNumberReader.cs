using System.Text;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Contacts;

/// <summary>Turns a printed or spoken number into the digits one would dial, and has the numbering plan judge them.</summary>
internal static class PhoneNumberReader
{
    public static Result<PhoneNumber, PhoneNumberRefusal> Read(string? text, string defaultRegion)
    {
        if (SpeechText.IsMissing(text) || IsWithheld(text!)) return PhoneNumberRefusal.Missing;
        if (text!.Contains('@', StringComparison.Ordinal) || text.TrimStart().StartsWith("sip", StringComparison.OrdinalIgnoreCase)) return PhoneNumberRefusal.Unreadable;

        var region = PhoneNumberPlan.IsKnownRegion(defaultRegion) ? defaultRegion : "ZZ";
        if (PhoneNumberVanity.TryDial(text, out var vanity)) return Judge([vanity], region);
        if (DigitSentence.Read(text, NumberWords.English) is not { IsBroken: false } sentence) return PhoneNumberRefusal.Unreadable;

        var strict = Judge(PhoneNumberRuns.Read(sentence.Pieces, takeHomophones: false), region);
        return strict.IsSuccess ? strict : Judge(PhoneNumberRuns.Read(sentence.Pieces, takeHomophones: true), region);
    }

    /// <summary>
    /// One run is the number. Several are one number said twice, or parts of one; complete numbers that differ are not for
    /// us to choose from.
    /// </summary>
    private static Result<PhoneNumber, PhoneNumberRefusal> Judge(List<string> runs, string region)
    {
        if (runs.Count == 0) return PhoneNumberRefusal.Unreadable;

        var complete = runs.Select(run => Make(run, region)).ToList();
        if (complete.TrueForAll(number => number is not null) && complete.Distinct().Count() == 1) return complete[0]!;
        if (runs.Count > 1 && complete.Exists(number => number is not null)) return PhoneNumberRefusal.Unreadable;

        return runs.Count > 1 && Make(string.Concat(runs), region) is { } joined ? joined : PhoneNumberRefusal.Unreadable;
    }

    private static PhoneNumber? Make(string dialled, string region)
    {
        foreach (var form in DialledForms(dialled, region))
        {
            if (PhoneNumberPlan.TryMake(form, region, out var number)) return number;
        }

        return null;
    }

    /// <summary>
    /// As dialled at home; and where that is no number, with 00 or 011 taken as the plus they stand for abroad.
    /// </summary>
    private static IEnumerable<string> DialledForms(string dialled, string region)
    {
        yield return dialled;
        if (dialled.StartsWith("00", StringComparison.Ordinal)) yield return $"+{dialled.AsSpan(2)}";
        if (dialled.StartsWith("011", StringComparison.Ordinal) && region != "ZZ") yield return $"+{dialled.AsSpan(3)}";
    }

    private static bool IsWithheld(string text)
    {
        var compact = new StringBuilder();
        foreach (var c in SpeechText.Normalize(text.Length > SpeechText.MaxLength ? text[..SpeechText.MaxLength] : text))
        {
            if (char.IsLetterOrDigit(c) || c == '_') compact.Append(c);
            else if (compact.Length > 0 && compact[^1] != ' ') compact.Append(' ');
        }

        var words = compact.ToString().Trim().Split(' ');
        return PhoneNumberWords.SpelledWithheld.Contains(string.Concat(words))
            || (Array.Exists(words, PhoneNumberWords.English.Withheld.Contains) && !words.Any(word => word.Any(char.IsAsciiDigit)) && words.Length <= 4)
            || string.Join(' ', words) is "no caller id" or "no number" or "caller id";
    }
}
