using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Verification;

/// <summary>
/// A verification code as the caller read it out: exactly as many digits as asked for, leading zeros kept. What is heard is
/// never cut or filled up to fit; the one natural reading has the right length, or the caller is asked again.
/// </summary>
public sealed record SpokenCode
{
    private SpokenCode(string digits) => Digits = digits;

    /// <summary>The code itself: for comparing only, never for logs or speech.</summary>
    public string Digits { get; }

    /// <param name="heard">Digits, digit words, or a sentence holding them; a number sent as a number arrives as its digits.</param>
    /// <param name="length">How many digits the code has; at least one.</param>
    public static Result<SpokenCode, CodeAskAgain> Read(string? heard, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (SpeechText.IsMissing(heard) || DigitSentence.Read(heard!, NumberWords.English) is not { } sentence) return CodeAskAgain.NoDigits;
        if (sentence.IsBroken) return CodeAskAgain.TooFew;
        if (sentence.HasAlternative) return CodeAskAgain.TooMany;

        var digits = sentence.Digits;
        if (digits.Length == length) return new SpokenCode(digits);

        var withHomophones = sentence.DigitsWithHomophones();
        if (withHomophones.Length == length) return new SpokenCode(withHomophones);

        return digits.Length < length ? CodeAskAgain.TooFew : CodeAskAgain.TooMany;
    }

    /// <summary>Masked, so that a code cannot reach a log by accident.</summary>
    public override string ToString() => new('*', Digits.Length);
}
