namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>A new API key; its secret is shown this once. Its text form does not show it.</summary>
public sealed record TwilioKey(string Sid, string Secret)
{
    public override string ToString() => $"TwilioKey {Sid}";
}
