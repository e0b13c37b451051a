using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Core.Credentials;

namespace Orchestrator.Core.Verification;

/// <summary>Codes and what is stored of them: a MAC under a key that is not in the database.</summary>
/// <remarks>
/// A plain hash of six digits falls to a million tries. Bound to challenge and generation, so that a MAC moved to another row
/// matches nothing. A guess is right with probability at most 3 live codes / 10^6, so five guesses give 1.5e-5 per challenge.
/// </remarks>
internal sealed class CodeMac(KeyRing keys)
{
    private const string Purpose = "one-time-code";

    public string KeyId => keys.ActiveId;

    /// <summary>Uniform over all codes of that length, leading zeros included.</summary>
    public static string NewCode(int digits)
    {
        var limit = (int)Math.Pow(10, digits);
        return RandomNumberGenerator.GetInt32(0, limit).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    public byte[] Of(string keyId, Guid challenge, int generation, string code)
    {
        Span<byte> data = stackalloc byte[16 + 4 + 16];
        challenge.TryWriteBytes(data, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(data[16..], generation);
        var length = 20 + Encoding.ASCII.GetBytes(code, data[20..]);
        return keys.Mac(keyId, Purpose, data[..length]);
    }
}
