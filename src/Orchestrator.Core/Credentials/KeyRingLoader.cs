using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Orchestrator.Core.Credentials;

/// <summary>Reads the key ring at start; everything that is wrong with it is said in one sentence that names the key.</summary>
public static class KeyRingLoader
{
    /// <param name="mayCreate">Development: make a first key where the folder has none.</param>
    /// <param name="now">Names the new key.</param>
    /// <exception cref="InvalidOperationException">Missing or unusable; the message is for the operator.</exception>
    public static KeyRing Load(KeyRingOptions options, bool mayCreate, DateTimeOffset now)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (id, value) in options.Values)
            keys[id] = Decode(value, $"Keys:Values:{id}");
        if (options.Directory is { } directory)
        {
            if (mayCreate && keys.Count == 0 && !HasKeys(directory))
                Create(directory, now);
            if (!Directory.Exists(directory))
                throw new InvalidOperationException($"Keys:Directory names {directory}, which does not exist.");
            foreach (var file in Directory.EnumerateFiles(directory, "*.key"))
                keys[Path.GetFileNameWithoutExtension(file)] = Decode(File.ReadAllText(file).Trim(), file);
        }
        if (keys.Count == 0)
            throw new InvalidOperationException("No key-encryption key: set Keys:Directory to a folder of {id}.key files, or Keys:Values:{id}.");
        try
        {
            return new KeyRing(keys, options.Active);
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException($"Keys: {e.Message}", e);
        }
    }

    /// <summary>Adds a key that sorts after the present ones and is used for writes from then on; gives its id.</summary>
    /// <exception cref="InvalidOperationException">The id that sorts last leaves no room for one after it.</exception>
    public static string Create(string directory, DateTimeOffset now)
    {
        Directory.CreateDirectory(directory);
        var id = now.UtcDateTime.ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        // Two in one second, a clock that was set back, or a name of the operator's own such as "main".
        if (Directory.EnumerateFiles(directory, "*.key").Select(Path.GetFileNameWithoutExtension).Max(StringComparer.Ordinal) is { } last
            && string.CompareOrdinal(id, last) <= 0)
            id = last.Length + 2 <= KeyRing.MaxIdLength
                ? $"{last}.1"
                : throw new InvalidOperationException($"{directory} holds a key {last}, after whose name no new one can sort; give its file a shorter name.");
        var path = Path.Combine(directory, $"{id}.key");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            RestrictToOwner(options);
        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return id;
    }

    [UnsupportedOSPlatform("windows")]
    private static void RestrictToOwner(FileStreamOptions options) => options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static bool HasKeys(string directory) => Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*.key").Any();

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
