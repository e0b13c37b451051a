namespace Orchestrator.Core.Tenancy;

/// <summary>A number that the voice platform answers for the organization.</summary>
/// <param name="Id">The platform's id, opaque text.</param>
/// <param name="Number">E.164.</param>
public sealed record OrgFilePhoneNumber(string Id, string Number);
