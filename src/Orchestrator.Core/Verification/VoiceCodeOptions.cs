namespace Orchestrator.Core.Verification;

/// <summary>
/// Section <c>VoiceCodes</c>: a call that says the code, for phones that get no texts. Off unless it is enabled, because a call
/// costs more than a text and reaches whoever picks up.
/// </summary>
public sealed class VoiceCodeOptions
{
    public const string Section = "VoiceCodes";

    public bool Enabled { get; set; }

    /// <summary>Slugs of the organizations that call; empty means every one.</summary>
    public string[] Organizations { get; set; } = [];

    public bool IsFor(string slug) => Enabled && (Organizations.Length == 0 || Organizations.Contains(slug, StringComparer.OrdinalIgnoreCase));
}
