using System.Globalization;
using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Verification;

/// <summary>The words of the text: clinic, code, until when. No patient, no service, no provider; the code is the first run of digits.</summary>
public static class CodeMessage
{
    /// <summary>One segment in GSM-7 (3GPP TS 23.038).</summary>
    private const int MaxLength = 160;

    public static string Write(Clinic clinic, string code, Instant expiresAt)
    {
        var until = expiresAt.InZone(clinic.Schedule.Zone).TimeOfDay.ToString("t", clinic.Locale);
        var rest = $": {code} is your booking code. It works until {Plain(until)}. We only ask for it on your current call.";
        return Name(clinic.Name, MaxLength - rest.Length) + rest;
    }

    /// <summary>What a call says: the digits apart, each a sentence of its own, so that every voice pauses between them.</summary>
    public static string Speak(Clinic clinic, string code) => $"Your booking code for {Name(clinic.Name, MaxLength)} is: {string.Join(". ", code.ToCharArray())}.";

    // Digits in a clinic's name would stand before the code, where phones and people look for it.
    private static string Name(string name, int room)
    {
        var plain = Plain(new string([.. name.Where(c => !char.IsDigit(c))])).Trim();
        if (plain.Length == 0)
            return "Your clinic";
        return plain.Length <= room ? plain : plain[..room].TrimEnd();
    }

    // What is not in the GSM-7 alphabet would triple the price and split the text: accents go, the rest is dropped.
    private static string Plain(string text) => new([.. text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(c => char.IsWhiteSpace(c) ? ' ' : c)
        .Where(c => c is >= ' ' and <= '~' and not ('`' or '^' or '{' or '}' or '[' or ']' or '\\' or '|' or '~'))]);
}
