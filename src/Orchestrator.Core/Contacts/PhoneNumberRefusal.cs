namespace Orchestrator.Core.Contacts;

/// <summary>Why a text is no number that can be texted.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="AllowedCountries">ISO 3166 codes that would have been accepted; only with <see cref="PhoneNumberRefusalKind.WrongCountry"/>.</param>
public sealed record PhoneNumberRefusal(PhoneNumberRefusalKind Kind, IReadOnlyList<string> AllowedCountries)
{
    internal static PhoneNumberRefusal Missing { get; } = new(PhoneNumberRefusalKind.Missing, []);

    internal static PhoneNumberRefusal Unreadable { get; } = new(PhoneNumberRefusalKind.Unreadable, []);
}
