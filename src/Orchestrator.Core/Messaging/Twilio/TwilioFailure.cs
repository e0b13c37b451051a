namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Why a request about an account came to nothing.</summary>
/// <param name="HttpStatus">Where there was an answer.</param>
/// <param name="ErrorCode">Twilio's, where it could be read.</param>
public sealed record TwilioFailure(TwilioFailureKind Kind, int? HttpStatus = null, int? ErrorCode = null);
