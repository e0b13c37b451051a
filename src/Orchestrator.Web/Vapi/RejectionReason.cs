namespace Orchestrator.Web.Vapi;

/// <summary>Why a request was not believed.</summary>
public enum RejectionReason
{
    NoCredential,
    UnknownSecret,
    MalformedSignature,
    StaleSignature,
    UnknownSigner,
    WrongSignature,
    ForeignNumber,
    ForeignAssistant,
}
