using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// The key-encryption keys, held in memory only. Seals secrets for the database with AES-256-GCM and makes keyed MACs of
/// one-time codes; a stolen dump alone gives neither.
/// </summary>
public sealed class KeyRing
{
    internal const int MaxIdLength = 32;

    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly FrozenDictionary<string, byte[]> _keys;

    /// <exception cref="ArgumentException">No key, a key that is not 32 bytes, or an active id that is not among them.</exception>
    public KeyRing(IReadOnlyDictionary<string, byte[]> keys, string? active = null)
    {
        if (keys.Count == 0)
            throw new ArgumentException("There is no key-encryption key.", nameof(keys));
        foreach (var (id, key) in keys)
        {
            if (key.Length != 32)
                throw new ArgumentException($"Key {id} is not 32 bytes long.", nameof(keys));
            if (id.Length is 0 or > MaxIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
                throw new ArgumentException($"Key id {id} is not 1 to 32 letters, digits, dots or hyphens.", nameof(keys));
        }
        ActiveId = active ?? keys.Keys.Order(StringComparer.Ordinal).Last();
        if (!keys.ContainsKey(ActiveId))
            throw new ArgumentException($"The active key {ActiveId} is not among the keys.", nameof(active));
        _keys = keys.ToFrozenDictionary();
    }

    /// <summary>Id of the key that new values are sealed under.</summary>
    public string ActiveId { get; }

    /// <summary>
    /// Seals a secret. <paramref name="purpose"/> (organization, what it is, which version) is authenticated with it, so a
    /// sealed value that is moved to another row does not open there.
    /// </summary>
    public byte[] Seal(ReadOnlySpan<byte> secret, string purpose)
    {
        var id = Encoding.ASCII.GetBytes(ActiveId);
        var header = 2 + id.Length;
        var blob = new byte[header + NonceLength + TagLength + secret.Length];
        blob[0] = Format;
        blob[1] = (byte)id.Length;
        id.CopyTo(blob, 2);
        var nonce = blob.AsSpan(header, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[ActiveId], TagLength);
        aes.Encrypt(nonce, secret, blob.AsSpan(header + NonceLength + TagLength), blob.AsSpan(header + NonceLength, TagLength), Bound(purpose, blob.AsSpan(0, header)));
        return blob;
    }

    /// <exception cref="CryptographicException">Changed, moved from another row, or sealed under a key that is not here (the message names the key).</exception>
    public byte[] Open(ReadOnlySpan<byte> blob, string purpose)
    {
        if (blob.Length < 2 || blob[0] != Format || blob.Length < 2 + blob[1] + NonceLength + TagLength)
            throw new CryptographicException("This is not a sealed value.");
        var header = 2 + blob[1];
        var id = Encoding.ASCII.GetString(blob[2..header]);
        if (!_keys.TryGetValue(id, out var key))
            throw new CryptographicException($"The value is sealed under key {id}, which is not in the key ring.");
        var secret = new byte[blob.Length - header - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(blob.Slice(header, NonceLength), blob[(header + NonceLength + TagLength)..], blob.Slice(header + NonceLength, TagLength), secret, Bound(purpose, blob[..header]));
        return secret;
    }

    /// <summary>HMAC-SHA256 under a key derived for this one purpose, and the id of the key it came from.</summary>
    public byte[] Mac(string keyId, string purpose, ReadOnlySpan<byte> data)
    {
        if (!_keys.TryGetValue(keyId, out var key))
            throw new CryptographicException($"The MAC was made under key {keyId}, which is not in the key ring.");
        Span<byte> derived = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, [], Encoding.UTF8.GetBytes(purpose));
        return HMACSHA256.HashData(derived, data);
    }

    private static byte[] Bound(string purpose, ReadOnlySpan<byte> header) => [.. header, .. Encoding.UTF8.GetBytes(purpose)];
}
