using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Orchestrator.Core.Credentials;

/// <summary>Where the key-encryption keys are: a folder of files, settings, or both. Read again whenever a key is missed.</summary>
public sealed class KeySource(KeyRingOptions options)
{
    /// <summary>The folder that a new key can be put into; none where all keys come from settings.</summary>
    public string? Directory => string.IsNullOrWhiteSpace(options.Directory) ? null : options.Directory;

    /// <summary>The id that the settings name for writes, whatever sorts last.</summary>
    public string? Pinned => options.Active;

    /// <summary>Every key there is now, by id.</summary>
    /// <exception cref="InvalidOperationException">None, or one that is not Base64; the message is for the operator.</exception>
    public IReadOnlyDictionary<string, byte[]> Read()
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (id, value) in options.Values)
            keys[id] = Decode(value, $"Keys:Values:{id}");
        if (Directory is { } directory)
        {
            if (!System.IO.Directory.Exists(directory))
                throw new InvalidOperationException($"Keys:Directory names {directory}, which does not exist.");
            foreach (var file in System.IO.Directory.EnumerateFiles(directory, "*.key"))
                keys[Path.GetFileNameWithoutExtension(file)] = Decode(File.ReadAllText(file).Trim(), file);
        }
        if (keys.Count == 0)
            throw new InvalidOperationException("No key-encryption key: set Keys:Directory to a folder of {id}.key files, or Keys:Values:{id}.");
        return keys;
    }

    /// <summary>Adds a key that sorts after the present ones; gives its id. The file is whole before it has its name.</summary>
    /// <exception cref="InvalidOperationException">The id that sorts last leaves no room for one after it.</exception>
    public static string Create(string directory, DateTimeOffset now)
    {
        System.IO.Directory.CreateDirectory(directory);
        var id = now.UtcDateTime.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        // Two in one second, a clock that was set back, or a name of the operator's own such as "main".
        if (System.IO.Directory.EnumerateFiles(directory, "*.key").Select(Path.GetFileNameWithoutExtension).Max(StringComparer.Ordinal) is { } last
            && string.CompareOrdinal(id, last) <= 0)
            id = last.Length + 2 <= KeyRing.MaxIdLength
                ? $"{last}.1"
                : throw new InvalidOperationException($"{directory} holds a key {last}, after whose name no new one can sort; give its file a shorter name.");
        var path = Path.Combine(directory, $"{id}.key");
        // A running host reads the folder at any moment, and half a key would stop a start.
        var unfinished = $"{path}.new-{Guid.NewGuid():N}";
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            RestrictToOwner(create);
        using (var file = new StreamWriter(unfinished, create))
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        File.Move(unfinished, path);
        return id;
    }

    [UnsupportedOSPlatform("windows")]
    private static void RestrictToOwner(FileStreamOptions create) => create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static byte[] Decode(string value, string source)
    {
        try
        {
            return Convert.FromBase64String(value);
        }
        catch (FormatException)
        {
            throw new InvalidOperationException($"{source} is not a Base64 key.");
        }
    }
}
