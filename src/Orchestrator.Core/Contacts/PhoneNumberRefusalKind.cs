namespace Orchestrator.Core.Contacts;

public enum PhoneNumberRefusalKind
{
    /// <summary>Nothing was given, or the number is withheld ("anonymous", "private").</summary>
    Missing,

    /// <summary>Something was given that is not exactly one number of a possible length: it must be asked again.</summary>
    Unreadable,

    /// <summary>A number, but of a country that is not allowed.</summary>
    WrongCountry,
}
