using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// A signature over <c>{timestamp}.{body}</c>, SHA-256 in hex. Vapi does not publish the timestamp's unit, so seconds and
/// milliseconds are both read.
/// </summary>
internal readonly struct RequestSignature
{
    /// <summary>How far the sender's clock may be from ours.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const string Prefix = "sha256=";
    private const int LongestTimestamp = 16;

    // Seconds of the year 5138 and milliseconds of 1973: no timestamp of our days is read wrongly.
    private const long SmallestMilliseconds = 100_000_000_000;

    private readonly byte[] _mac;

    private RequestSignature(byte[] mac, byte[] signedPrefix) => (_mac, SignedPrefix) = (mac, signedPrefix);

    /// <summary>What is signed before the body's bytes: the timestamp as it was sent, and a dot.</summary>
    public byte[] SignedPrefix { get; }

    public static RejectionReason? TryRead(PresentedCredential credential, DateTimeOffset now, out RequestSignature signature)
    {
        signature = default;
        var hex = credential.Signature.AsSpan().Trim();
        if (hex.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            hex = hex[Prefix.Length..];
        var mac = new byte[HMACSHA256.HashSizeInBytes];
        if (hex.Length != mac.Length * 2 || Convert.FromHexString(hex, mac, out _, out _) is not OperationStatus.Done)
            return RejectionReason.MalformedSignature;

        var timestamp = credential.Timestamp;
        if (timestamp is not { Length: > 0 and <= LongestTimestamp }
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return RejectionReason.MalformedSignature;

        var milliseconds = number >= SmallestMilliseconds ? number : number * 1_000;
        if (Math.Abs(now.ToUnixTimeMilliseconds() - milliseconds) > Tolerance.TotalMilliseconds)
            return RejectionReason.StaleSignature;

        signature = new RequestSignature(mac, Encoding.ASCII.GetBytes(timestamp + "."));
        return null;
    }

    /// <param name="key">The organization's key.</param>
    /// <param name="signed"><see cref="SignedPrefix"/> and the body's raw bytes.</param>
    public bool IsBy(ReadOnlySpan<byte> key, ReadOnlySpan<byte> signed)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected, _mac);
    }
}
