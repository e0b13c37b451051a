using System.Text.RegularExpressions;

namespace Orchestrator.Redaction.Bench;

/// <summary>
/// Eight patterns as many products have them, compiled by the source generator, each replacing over the whole text in
/// turn: e-mail, international and North American telephone, social security number, card, date, postcode, and an
/// alternation of 32 clinical terms that ignores case.
/// </summary>
internal static partial class Patterns
{
    private const string Terms =
        "diabetes|asthma|anemia|eczema|psoriasis|shingles|gout|lupus|angina|arrhythmia|sepsis|vertigo|tinnitus|glaucoma|cataract|hernia repair|hip replacement|" +
        "root canal|wisdom tooth|kidney stones|gallstones|gastritis|ulcer|bronchitis|pneumonia|tonsillitis|menopause|miscarriage|endometriosis|sciatica|thyroid|varicose veins";

    private static readonly Regex[] Printed = [Email(), International(), NorthAmerican(), Ssn(), Card(), Date(), Postcode()];

    public static string Redact(string text) => Clinical().Replace(RedactPrinted(text), "[REDACTED]");

    /// <summary>Without the clinical terms.</summary>
    public static string RedactPrinted(string text)
    {
        foreach (var pattern in Printed) text = pattern.Replace(text, "[REDACTED]");
        return text;
    }

    [GeneratedRegex(@"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)\+\d{1,3}[ .-]?\(?\d{2,4}\)?(?:[ .-]?\d{2,4}){2,3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex International();

    [GeneratedRegex(@"(?<!\d)\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex NorthAmerican();

    [GeneratedRegex(@"\b\d{3}-\d{2}-\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ssn();

    [GeneratedRegex(@"\b(?:\d[ -]?){13,16}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/(?:19|20)?\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\b(?:" + Terms + @")\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clinical();
}
