using System.Globalization;
using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>The engine's decisions and refusals in plain words.</summary>
internal static class RedactionWords
{
    /// <summary>Why a value was found, to follow its type.</summary>
    public static string Why(RedactionSpan span) => span.Reason switch
    {
        "withheld" => "this text could not be judged safely, so all of it is withheld",
        var reason when reason.EndsWith(":given", StringComparison.Ordinal) => "the call itself gave it away",
        _ => span.Layer switch
        {
            RedactionLayer.DenyTerm => "it is a term that you always hide",
            RedactionLayer.Known when span.Type == EntityType.Denied => "it is a term that you always hide",
            RedactionLayer.Known => "the clinic knows it",
            RedactionLayer.Expectation => "it answers what was just asked for",
            RedactionLayer.Checksum => "its check digit or numbering plan fits",
            RedactionLayer.Cue => "words beside it announce it, such as “my number is”",
            RedactionLayer.Shape => "its form alone gives it away",
        },
    };

    public static string Certainty(double score) => score switch
    {
        >= 0.95 => "as good as certain",
        >= 0.8 => "very likely",
        >= 0.6 => "likely",
        _ => "possible",
    };

    public static string How(RedactionAction action) => action switch
    {
        RedactionAction.Token => "Numbered token",
        RedactionAction.Label => "Type only",
        RedactionAction.Mask => "Masked, last digits stay",
        RedactionAction.Generalise => "Made general",
        RedactionAction.Keep => "Stays readable",
    };

    public static string Preset(string name) => name switch
    {
        "clinic-default" => "Clinic default",
        "hipaa-safe-harbor" => "HIPAA Safe Harbor",
        "pci" => "Payment data only (PCI)",
        _ => name,
    };

    public static string PresetMeaning(string name) => name switch
    {
        "clinic-default" => "Patients’ identifiers are hidden. Appointment dates, ages, clinical words and your providers’ names stay.",
        "hipaa-safe-harbor" => "All eighteen identifiers of the HIPAA Safe Harbor rule: names of providers and exact dates go as well; years, three digits of a ZIP code and 90+ stay.",
        "pci" => "Card and bank data, codes and passwords only. Names, numbers and dates of patients stay readable.",
        _ => "",
    };

    public static string Fault(PolicyFault fault) => fault.Kind switch
    {
        PolicyRefusal.NeverKept => "Card numbers, security codes and one-time codes are hidden under every policy: whoever reads one could pay or sign in with it. Codes cannot be shown in part either.",
        PolicyRefusal.UnknownPreset or PolicyRefusal.UnknownType or PolicyRefusal.UnknownAction => "This rule is not one that this version of the product knows.",
        PolicyRefusal.BadTerm => $"A term has {PolicyRules.ShortestTerm} to {PolicyRules.LongestTerm} characters, on one line, with a letter or a digit in it.",
        PolicyRefusal.TooManyTerms => $"There is room for {PolicyRules.MostTerms} terms of each kind. Remove some that are no longer needed.",
        PolicyRefusal.Contradiction => $"“{fault.Subject}” cannot both stay and be hidden.",
    };

    public static string Refused(PolicyChangeRefusal refusal, string? by) => refusal.Kind switch
    {
        PolicyChangeRefusalKind.NoPolicy => Fault(refusal.Fault!),
        PolicyChangeRefusalKind.NoReason => $"Say why in a sentence of at most {RedactionPolicies.LongestReason} characters: whoever reads the history will ask.",
        PolicyChangeRefusalKind.NothingChanged => "These rules are in force already; nothing was saved.",
        PolicyChangeRefusalKind.ChangedMeanwhile => $"{by ?? "Somebody"} saved another version while you worked. Your draft is kept; compare it with the new version and save again.",
    };

    public static string Refused(RerunRefusal refusal) => refusal switch
    {
        RerunRefusal.Running => "Transcripts are being redacted again right now.",
        RerunRefusal.ChangedMeanwhile => "Another version came into force meanwhile. Look at the figures again.",
        RerunRefusal.NothingToDo => "The rules in force hide nothing more than the stored transcripts do already.",
    };

    /// <summary>Every change, one line each.</summary>
    public static IEnumerable<string> Changes(PolicyDifference difference)
    {
        foreach (var change in difference.Types)
            yield return $"{TypeLook.Of(change.Type).Word}: {Lower(How(change.Before))} → {Lower(How(change.After))}";
        foreach (var term in difference.Denied)
            yield return $"Always hidden: “{term}”";
        foreach (var term in difference.NoLongerDenied)
            yield return $"No longer always hidden: “{term}”";
        foreach (var term in difference.Allowed)
            yield return $"Stays readable: “{term}”";
        foreach (var term in difference.NoLongerAllowed)
            yield return $"No longer kept readable: “{term}”";
        if (difference.KeepsRecordings is { } keeps)
            yield return keeps ? "Addresses of recordings are kept" : "Addresses of recordings are not kept";
    }

    public static string Count(int count, string one, string many, CultureInfo locale) => $"{count.ToString("N0", locale)} {(count == 1 ? one : many)}";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
