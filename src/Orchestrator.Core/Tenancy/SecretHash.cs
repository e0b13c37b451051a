using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// SHA-256 of a webhook secret, the only form in which such a secret is looked up or cached. A value type, so that a
/// look-up by it allocates nothing. Secrets are long random text; a plain hash is enough to keep them out of an index.
/// </summary>
public readonly record struct SecretHash
{
    public const int Length = 32;

    private const int LongestOnStack = 512;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private SecretHash(ReadOnlySpan<byte> sha256) =>
        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(sha256), BinaryPrimitives.ReadUInt128BigEndian(sha256[16..]));

    /// <summary>The hash of the secret's UTF-8 form.</summary>
    public static SecretHash Of(ReadOnlySpan<char> secret)
    {
        Span<byte> hash = stackalloc byte[Length];
        var needed = Encoding.UTF8.GetMaxByteCount(secret.Length);
        Span<byte> utf8 = needed <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[needed];
        var used = utf8[..Encoding.UTF8.GetBytes(secret, utf8)];
        SHA256.HashData(used, hash);
        CryptographicOperations.ZeroMemory(used);
        return new SecretHash(hash);
    }

    /// <summary>A stored hash; false unless it has exactly <see cref="Length"/> bytes.</summary>
    public static bool TryFrom(ReadOnlySpan<byte> sha256, out SecretHash hash)
    {
        hash = sha256.Length == Length ? new SecretHash(sha256) : default;
        return sha256.Length == Length;
    }

    /// <summary>Compares without telling by its duration where the two differ.</summary>
    public bool FixedTimeEquals(SecretHash other)
    {
        Span<byte> mine = stackalloc byte[Length], theirs = stackalloc byte[Length];
        Write(mine);
        other.Write(theirs);
        return CryptographicOperations.FixedTimeEquals(mine, theirs);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        Write(bytes);
        return bytes;
    }

    public override string ToString() => "[secret hash]";

    private void Write(Span<byte> into)
    {
        BinaryPrimitives.WriteUInt128BigEndian(into, _high);
        BinaryPrimitives.WriteUInt128BigEndian(into[16..], _low);
    }
}
