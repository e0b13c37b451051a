using NodaTime;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>A version of an organization's rules.</summary>
/// <param name="Version">From 1; the highest is in force.</param>
/// <param name="Rules">What it says.</param>
/// <param name="Policy">The same, ready for the engine.</param>
/// <param name="At">Since when; none for an organization that never decided.</param>
/// <param name="By">Who made it, as the audit log names them.</param>
/// <param name="Reason">Why.</param>
public sealed record PolicyVersion(int Version, PolicyRules Rules, RedactionPolicy Policy, Instant? At, string? By, string Reason)
{
    /// <summary>Of an organization that never decided.</summary>
    public static PolicyVersion Undecided { get; } = new(1, PolicyRules.Default, RedactionPresets.ClinicDefault, null, null, "The preset that every clinic begins with.");

    public override string ToString() => $"PolicyVersion {Policy.Name} {Version}";
}
