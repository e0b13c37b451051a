using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>What a type is called, which family it belongs to, and the colour of that family.</summary>
internal sealed record TypeLook(string Word, string Family, string Colour)
{
    private const string People = "People and places", Contact = "Contact", Health = "Health", Money = "Money", Secrets = "Codes and secrets", Government = "Government numbers", Technical = "Technical", Other = "Other";

    public static IReadOnlyList<string> Families { get; } = [People, Contact, Health, Money, Secrets, Government, Technical, Other];

    public static TypeLook Of(EntityType type) => type switch
    {
        EntityType.Person => new("Name of a person", People, "blue"),
        EntityType.ProviderName => new("Name of a provider", People, "blue"),
        EntityType.Address => new("Address", People, "blue"),
        EntityType.PostalCode => new("Postal code", People, "blue"),
        EntityType.DateOfBirth => new("Date of birth", People, "blue"),
        EntityType.DateTime => new("Other date or time", People, "blue"),
        EntityType.Age => new("Age", People, "blue"),
        EntityType.PhoneNumber => new("Phone number", Contact, "green"),
        EntityType.EmailAddress => new("E-mail address", Contact, "green"),
        EntityType.UkNhs => new("NHS number (UK)", Health, "coral"),
        EntityType.UsMbi => new("Medicare number (US)", Health, "coral"),
        EntityType.UsNpi => new("Provider number, NPI (US)", Health, "coral"),
        EntityType.AuMedicare => new("Medicare number (Australia)", Health, "coral"),
        EntityType.HealthPlanId => new("Health plan number", Health, "coral"),
        EntityType.MedicalRecordNumber => new("Medical record number", Health, "coral"),
        EntityType.MedicalLicense => new("Medical licence", Health, "coral"),
        EntityType.Medical => new("Clinical words", Health, "coral"),
        EntityType.CreditCard => new("Card number", Money, "amber"),
        EntityType.Cvv => new("Card security code", Money, "amber"),
        EntityType.CardExpiry => new("Card expiry date", Money, "amber"),
        EntityType.BankAccount => new("Bank account", Money, "amber"),
        EntityType.RoutingNumber => new("Routing number (US)", Money, "amber"),
        EntityType.SortCode => new("Sort code (UK)", Money, "amber"),
        EntityType.IbanCode => new("IBAN", Money, "amber"),
        EntityType.SwiftBic => new("BIC", Money, "amber"),
        EntityType.Otp => new("One-time code", Secrets, "red"),
        EntityType.Pin => new("PIN", Secrets, "red"),
        EntityType.Password => new("Password", Secrets, "red"),
        EntityType.Username => new("User name", Secrets, "red"),
        EntityType.UsSsn => new("Social security number (US)", Government, "teal"),
        EntityType.UsItin => new("Taxpayer number (US)", Government, "teal"),
        EntityType.UkNino => new("National insurance number (UK)", Government, "teal"),
        EntityType.CaSin => new("Social insurance number (Canada)", Government, "teal"),
        EntityType.IePps => new("PPS number (Ireland)", Government, "teal"),
        EntityType.AuTfn => new("Tax file number (Australia)", Government, "teal"),
        EntityType.EsNif => new("NIF or NIE (Spain)", Government, "teal"),
        EntityType.PassportNumber => new("Passport number", Government, "teal"),
        EntityType.DriversLicense => new("Driving licence", Government, "teal"),
        EntityType.TaxId => new("Other tax number", Government, "teal"),
        EntityType.IpAddress => new("IP address", Technical, "grey"),
        EntityType.MacAddress => new("MAC address", Technical, "grey"),
        EntityType.Url => new("Web address", Technical, "grey"),
        EntityType.Crypto => new("Crypto wallet", Technical, "grey"),
        EntityType.DeviceId => new("Device number", Technical, "grey"),
        EntityType.Vin => new("Vehicle number, VIN", Other, "grey"),
        EntityType.LicensePlate => new("Number plate", Other, "grey"),
        EntityType.Id => new("Any other number or code", Other, "grey"),
        EntityType.Denied => new("Term you always hide", Other, "grey"),
    };
}
