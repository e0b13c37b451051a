using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Contacts;

/// <summary>Turns a printed or spoken number into the digits one would dial, and has the numbering plan judge them.</summary>
internal static class PhoneNumberReader
{
    public static Result<PhoneNumber, PhoneNumberRefusal> Read(string? text, string defaultRegion)
    {
        var region = PhoneNumberPlan.IsKnownRegion(defaultRegion) ? defaultRegion : "ZZ";
        // A caller's own number comes as the network writes it: nothing in it needs to be understood.
        if (IsE164(text) && PhoneNumberPlan.TryMake(text!, region, out var plain)) return plain;

        if (SpeechText.IsMissing(text) || IsWithheld(text!)) return PhoneNumberRefusal.Missing;
        if (text!.Contains('@', StringComparison.Ordinal) || text.TrimStart().StartsWith("sip", StringComparison.OrdinalIgnoreCase)) return PhoneNumberRefusal.Unreadable;

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

    private static bool IsE164(string? text) => text is ['+', not '0', ..] && text.Length <= 16 && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9')
        && !PhoneNumberWords.SpelledWithheld.Contains(text[1..]);

    private static bool IsWithheld(string text)
    {
        if (text.Length > 80) return false;
        var tokens = SpeechTokenizer.Tokenize(SpeechText.Normalize(text)).Where(token => token.Kind != SpeechTokenKind.Mark).ToList();
        if (PhoneNumberWords.SpelledWithheld.Contains(string.Concat(tokens.Select(token => token.Text)))) return true;
        if (tokens.Exists(token => token.Kind == SpeechTokenKind.Digits || (NumberWords.English.IsNumber(token.Text) && token.Text != "one"))) return false;

        var words = tokens.Select(token => token.Text).ToList();
        var sentence = string.Join(' ', words);
        return (words.Count <= 4 && words.Exists(PhoneNumberWords.English.Withheld.Contains))
            || PhoneNumberWords.English.OwnNumber.Any(own => sentence.Contains(own, StringComparison.Ordinal));
    }
}
