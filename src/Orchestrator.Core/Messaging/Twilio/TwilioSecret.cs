namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>An auth token as Twilio gave it, shown once. Its text form shows nothing.</summary>
public sealed record TwilioSecret(string Value)
{
    public override string ToString() => "TwilioSecret";
}
