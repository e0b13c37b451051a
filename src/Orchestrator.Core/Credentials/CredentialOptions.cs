using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Core.Credentials;

/// <summary>Section <c>Credentials</c>: when to remind of a secret's age.</summary>
public sealed class CredentialOptions
{
    public const string Section = "Credentials";

    /// <summary>Age of an active secret from which its clinic is reminded to replace it.</summary>
    [Range(1, 3650)]
    public int RemindAfterDays { get; set; } = 90;
}
