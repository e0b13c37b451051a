namespace Orchestrator.Core.Credentials;

/// <summary>Reads the key ring at start; everything that is wrong with it is said in one sentence that names the key.</summary>
public static class KeyRingLoader
{
    /// <param name="mayCreate">Development: make a first key where the folder has none.</param>
    /// <param name="now">Names the new key.</param>
    /// <exception cref="InvalidOperationException">Missing or unusable; the message is for the operator.</exception>
    public static KeyRing Load(KeyRingOptions options, bool mayCreate, DateTimeOffset now)
    {
        var source = new KeySource(options);
        if (mayCreate && options.Values.Count == 0 && source.Directory is { } directory && !HasKeys(directory))
            KeySource.Create(directory, now);
        var keys = source.Read();
        return KeyRing.FaultOf(keys, options.Active) is { } fault
            ? throw new InvalidOperationException($"Keys: {fault}")
            : new KeyRing(keys, options.Active, source);
    }

    private static bool HasKeys(string directory) => Directory.Exists(directory) && Directory.EnumerateFiles(directory, "*.key").Any();
}
