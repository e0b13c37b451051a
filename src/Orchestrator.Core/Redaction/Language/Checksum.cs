namespace Orchestrator.Core.Redaction.Language;

/// <summary>The check digits that the data files may ask for; <see cref="Checksums"/> computes them.</summary>
internal enum Checksum
{
    None,
    Luhn,
    Nhs,
    Aba,
    Iban,
    Ssn,
    Itin,
    Tfn,
    AuMedicare,
    Npi,
    Dea,
    Vin,
    Pps,
    Nif,
    Card,
}
