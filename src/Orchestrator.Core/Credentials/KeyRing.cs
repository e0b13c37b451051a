using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// The key-encryption keys, held in memory only. Seals secrets for the database with AES-256-GCM and makes keyed MACs of
/// one-time codes; a stolen dump alone gives neither. A key that was added while the process runs is learnt when it is first
/// needed: whatever is sealed under an unknown id has the source read again.
/// </summary>
public sealed class KeyRing
{
    internal const int MaxIdLength = 32;

    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private volatile Keys _keys;

    /// <exception cref="ArgumentException">No key, a key that is not 32 bytes, or an active id that is not among them.</exception>
    public KeyRing(IReadOnlyDictionary<string, byte[]> keys, string? active = null)
        : this(keys, active, source: null)
    {
    }

    internal KeyRing(IReadOnlyDictionary<string, byte[]> keys, string? active, KeySource? source)
    {
        if (FaultOf(keys, active) is { } fault)
            throw new ArgumentException(fault, nameof(keys));
        (_keys, Source) = (Keys.Of(keys, active), source);
    }

    /// <summary>Where the keys came from; none for keys that were given.</summary>
    public KeySource? Source { get; }

    /// <summary>Id of the key that new values are sealed under.</summary>
    public string ActiveId => _keys.Active;

    /// <summary>Every key's id.</summary>
    public IReadOnlyCollection<string> Ids => _keys.ById.Keys;

    /// <summary>The id of the key that a sealed value needs; null for what is not one.</summary>
    public static string? KeyIdOf(ReadOnlySpan<byte> blob) =>
        blob.Length < 2 || blob[0] != Format || blob.Length < 2 + blob[1] + NonceLength + TagLength ? null : Encoding.ASCII.GetString(blob.Slice(2, blob[1]));

    /// <summary>Reads the source again. What is there already stays when the source cannot be read now.</summary>
    /// <returns>Whether it could be read.</returns>
    public bool Refresh()
    {
        if (Source is null)
            return false;
        try
        {
            var keys = Source.Read();
            if (FaultOf(keys, Source.Pinned) is not null)
                return false;
            _keys = Keys.Of(keys, Source.Pinned);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// Seals a secret. <paramref name="purpose"/> (organization, what it is, which version) is authenticated with it, so a
    /// sealed value that is moved to another row does not open there.
    /// </summary>
    public byte[] Seal(ReadOnlySpan<byte> secret, string purpose)
    {
        var keys = _keys;
        var id = Encoding.ASCII.GetBytes(keys.Active);
        var header = 2 + id.Length;
        var blob = new byte[header + NonceLength + TagLength + secret.Length];
        blob[0] = Format;
        blob[1] = (byte)id.Length;
        id.CopyTo(blob, 2);
        var nonce = blob.AsSpan(header, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.ById[keys.Active], TagLength);
        aes.Encrypt(nonce, secret, blob.AsSpan(header + NonceLength + TagLength), blob.AsSpan(header + NonceLength, TagLength), Bound(purpose, blob.AsSpan(0, header)));
        return blob;
    }

    /// <exception cref="CryptographicException">Changed, moved from another row, or sealed under a key that is not here (the message names the key).</exception>
    public byte[] Open(ReadOnlySpan<byte> blob, string purpose)
    {
        if (KeyIdOf(blob) is not { } id)
            throw new CryptographicException("This is not a sealed value.");
        var header = 2 + blob[1];
        var key = Find(id) ?? throw new CryptographicException($"The value is sealed under key {id}, which is not in the key ring.");
        var secret = new byte[blob.Length - header - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(blob.Slice(header, NonceLength), blob[(header + NonceLength + TagLength)..], blob.Slice(header + NonceLength, TagLength), secret, Bound(purpose, blob[..header]));
        return secret;
    }

    /// <summary>Of the keys that are here: whether one of these values opens with each.</summary>
    internal IReadOnlyDictionary<string, bool> Try(IEnumerable<(byte[] Sealed, string Purpose)> values)
    {
        var opens = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (value, purpose) in values)
        {
            if (KeyIdOf(value) is { } id && Find(id) is not null)
                opens[id] = opens.GetValueOrDefault(id) || IsOpening(value, purpose);
        }
        return opens;
    }

    /// <summary>HMAC-SHA256 under a key derived for this one purpose, and the id of the key it came from.</summary>
    public byte[] Mac(string keyId, string purpose, ReadOnlySpan<byte> data)
    {
        var key = Find(keyId) ?? throw new CryptographicException($"The MAC was made under key {keyId}, which is not in the key ring.");
        Span<byte> derived = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, [], Encoding.UTF8.GetBytes(purpose));
        return HMACSHA256.HashData(derived, data);
    }

    /// <summary>What is wrong with these keys, in one sentence that names the key; null when nothing is.</summary>
    internal static string? FaultOf(IReadOnlyDictionary<string, byte[]> keys, string? active)
    {
        if (keys.Count == 0)
            return "There is no key-encryption key.";
        foreach (var (id, key) in keys.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (key.Length != 32)
                return $"Key {id} is not 32 bytes long.";
            if (id.Length is 0 or > MaxIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
                return $"Key id {id} is not 1 to 32 letters, digits, dots or hyphens.";
        }
        return active is null || keys.ContainsKey(active) ? null : $"The active key {active} is not among the keys.";
    }

    private bool IsOpening(byte[] blob, string purpose)
    {
        try
        {
            CryptographicOperations.ZeroMemory(Open(blob, purpose));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private byte[]? Find(string id) => _keys.ById.GetValueOrDefault(id) ?? (Refresh() ? _keys.ById.GetValueOrDefault(id) : null);

    private static byte[] Bound(string purpose, ReadOnlySpan<byte> header) => [.. header, .. Encoding.UTF8.GetBytes(purpose)];

    private sealed record Keys(FrozenDictionary<string, byte[]> ById, string Active)
    {
        public static Keys Of(IReadOnlyDictionary<string, byte[]> keys, string? active) =>
            new(keys.ToFrozenDictionary(StringComparer.Ordinal), active ?? keys.Keys.Order(StringComparer.Ordinal).Last());

        public override string ToString() => $"Keys, active {Active}";
    }
}
