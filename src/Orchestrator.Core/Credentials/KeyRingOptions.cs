namespace Orchestrator.Core.Credentials;

/// <summary>
/// Where the key-encryption keys are; section <c>Keys</c>. One of the two. A key is 32 random bytes in Base64, under an id of
/// 1 to 32 letters, digits, dots or hyphens.
/// </summary>
public sealed class KeyRingOptions
{
    public const string Section = "Keys";

    /// <summary>Folder with one file <c>{id}.key</c> per key; the id that sorts last is used for writes.</summary>
    public string? Directory { get; set; }

    /// <summary>Keys by id, for a host that gets its secrets as settings (environment <c>Keys__Values__{id}</c>).</summary>
    public Dictionary<string, string> Values { get; set; } = [];

    /// <summary>Id of the key for writes, where it is not the one that sorts last.</summary>
    public string? Active { get; set; }
}
