using System.Collections.Frozen;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>Types and actions as organization files write them: our names (Presidio's), Amazon's, and both spellings of English.</summary>
public static class PolicyWords
{
    private static readonly FrozenDictionary<string, EntityType> Types = new Dictionary<string, EntityType>
    {
        ["NAME"] = EntityType.Person,
        ["PHONE"] = EntityType.PhoneNumber,
        ["EMAIL"] = EntityType.EmailAddress,
        ["LOCATION"] = EntityType.Address,
        ["ZIP_CODE"] = EntityType.PostalCode,
        ["POSTCODE"] = EntityType.PostalCode,
        ["DOB"] = EntityType.DateOfBirth,
        ["DATE"] = EntityType.DateTime,
        ["CARD"] = EntityType.CreditCard,
        ["CREDIT_DEBIT_NUMBER"] = EntityType.CreditCard,
        ["CREDIT_DEBIT_CVV"] = EntityType.Cvv,
        ["CREDIT_DEBIT_EXPIRY"] = EntityType.CardExpiry,
        ["SSN"] = EntityType.UsSsn,
        ["US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER"] = EntityType.UsItin,
        ["UK_NATIONAL_INSURANCE_NUMBER"] = EntityType.UkNino,
        ["UK_NATIONAL_HEALTH_SERVICE_NUMBER"] = EntityType.UkNhs,
        ["CA_SOCIAL_INSURANCE_NUMBER"] = EntityType.CaSin,
        ["CA_HEALTH_NUMBER"] = EntityType.HealthPlanId,
        ["US_PASSPORT"] = EntityType.PassportNumber,
        ["UK_PASSPORT"] = EntityType.PassportNumber,
        ["DRIVER_ID"] = EntityType.DriversLicense,
        ["US_DRIVER_LICENSE"] = EntityType.DriversLicense,
        ["BANK_ACCOUNT_NUMBER"] = EntityType.BankAccount,
        ["US_BANK_NUMBER"] = EntityType.BankAccount,
        ["BANK_ROUTING"] = EntityType.RoutingNumber,
        ["INTERNATIONAL_BANK_ACCOUNT_NUMBER"] = EntityType.IbanCode,
        ["SWIFT_CODE"] = EntityType.SwiftBic,
        ["VEHICLE_IDENTIFICATION_NUMBER"] = EntityType.Vin,
        ["MRN"] = EntityType.MedicalRecordNumber,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool TryReadType(string? name, out EntityType type) =>
        EntityTypes.TryParse(name, out type) || (name is not null && Types.TryGetValue(name, out type));

    public static bool TryReadAction(string? word, out RedactionAction action)
    {
        action = default;
        switch (word?.ToUpperInvariant())
        {
            case "TOKEN" or "REPLACE":
                action = RedactionAction.Token;
                return true;
            case "LABEL" or "REDACT":
                action = RedactionAction.Label;
                return true;
            case "MASK":
                action = RedactionAction.Mask;
                return true;
            case "GENERALISE" or "GENERALIZE":
                action = RedactionAction.Generalise;
                return true;
            case "KEEP":
                action = RedactionAction.Keep;
                return true;
            default:
                return false;
        }
    }

    public static string Word(this RedactionAction action) => action switch
    {
        RedactionAction.Token => "token",
        RedactionAction.Label => "label",
        RedactionAction.Mask => "mask",
        RedactionAction.Generalise => "generalise",
        RedactionAction.Keep => "keep",
    };
}
