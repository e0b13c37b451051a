namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>The adapter that <see cref="SmsGatewayRouter"/> uses for <see cref="TwilioCredential"/>s.</summary>
internal interface ITwilioGateway : ISmsGateway;
