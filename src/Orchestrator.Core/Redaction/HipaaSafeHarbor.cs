using System.Collections.Frozen;

namespace Orchestrator.Core.Redaction;

/// <summary>The eighteen identifiers of 45 CFR 164.514(b)(2)(i) and what the engine does about each.</summary>
public static class HipaaSafeHarbor
{
    /// <summary>ZIP prefixes of areas with 20,000 people or fewer (HHS guidance on de-identification, 2012, from the 2000 census).</summary>
    private static readonly FrozenSet<string> SparsePrefixes =
        FrozenSet.Create("036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890", "893");

    public static IReadOnlyList<HipaaIdentifier> Identifiers { get; } =
    [
        new('A', "Names", [EntityType.Person, EntityType.ProviderName]),
        new('B', "Geographic subdivisions smaller than a state", [EntityType.Address, EntityType.PostalCode], "A town named without an address stays; a ZIP code keeps three digits."),
        new('C', "Dates directly related to an individual, ages over 89", [EntityType.DateOfBirth, EntityType.DateTime, EntityType.Age], "The year stays."),
        new('D', "Telephone numbers", [EntityType.PhoneNumber]),
        new('E', "Fax numbers", [EntityType.PhoneNumber]),
        new('F', "Electronic mail addresses", [EntityType.EmailAddress]),
        new('G', "Social security numbers", [EntityType.UsSsn, EntityType.UsItin]),
        new('H', "Medical record numbers", [EntityType.MedicalRecordNumber]),
        new('I', "Health plan beneficiary numbers", [EntityType.HealthPlanId, EntityType.UsMbi]),
        new('J', "Account numbers", [EntityType.BankAccount, EntityType.RoutingNumber, EntityType.IbanCode, EntityType.CreditCard]),
        new('K', "Certificate and license numbers", [EntityType.DriversLicense, EntityType.PassportNumber, EntityType.MedicalLicense, EntityType.UsNpi]),
        new('L', "Vehicle identifiers and license plates", [EntityType.Vin, EntityType.LicensePlate]),
        new('M', "Device identifiers and serial numbers", [EntityType.DeviceId]),
        new('N', "Web addresses (URLs)", [EntityType.Url]),
        new('O', "IP address numbers", [EntityType.IpAddress, EntityType.MacAddress]),
        new('P', "Biometric identifiers", [], "Not in text."),
        new('Q', "Full-face photographs", [], "Not in text."),
        new('R', "Any other unique identifying number or code", [EntityType.Id, EntityType.TaxId, EntityType.Otp, EntityType.Pin, EntityType.Password, EntityType.Username]),
    ];

    /// <summary>Three digits that would still name too few people.</summary>
    public static bool IsSparse(string zipPrefix) => SparsePrefixes.Contains(zipPrefix);
}
