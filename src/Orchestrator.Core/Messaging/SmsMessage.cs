using Orchestrator.Core.Contacts;

namespace Orchestrator.Core.Messaging;

/// <summary>One text to hand over.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="To">To whom.</param>
/// <param name="Body">At most 160 GSM-7 characters, or what a call says; no patient, service or provider in it.</param>
/// <param name="DispatchId">Unguessable; ends the address of the status callback.</param>
/// <param name="Validity">After this the provider drops a text it could not deliver.</param>
/// <param name="Attempt">1 for a challenge's first text.</param>
/// <param name="Language">BCP 47; of what a call says.</param>
public sealed record SmsMessage(SmsKind Kind, PhoneNumber To, string Body, Guid DispatchId, TimeSpan Validity, int Attempt, string? Language = null)
{
    public override string ToString() => $"SmsMessage {Kind} {DispatchId}";
}
