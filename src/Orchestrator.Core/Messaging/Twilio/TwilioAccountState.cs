namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What an account says of itself; its token is left where it was.</summary>
public sealed record TwilioAccountState(string Sid, bool IsActive, bool IsTrial);
