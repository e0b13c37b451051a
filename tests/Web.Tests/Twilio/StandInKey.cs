namespace Orchestrator.Web.Tests.Twilio;

/// <param name="Allow">The permissions of a Restricted key; null for a Standard one.</param>
/// <param name="IsMain">A Main key may do what the account's token may.</param>
internal sealed record StandInKey(string Sid, string Secret, string FriendlyName, IReadOnlyList<string>? Allow, bool IsMain = false)
{
    public bool May(string permission) => Allow is null || Allow.Contains(permission);
}
