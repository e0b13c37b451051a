namespace Orchestrator.Core.Redaction;

/// <summary>
/// Something the clinic knows before it reads the transcript: the caller's number, a contact's name, the code that was
/// texted. <see cref="Type"/> absent means: read it off the value.
/// </summary>
public readonly record struct KnownValue(string Value, EntityType? Type = null);
