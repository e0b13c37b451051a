using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Orchestrator.Core.Auditing;

/// <summary>The chain's rule, computed again outside the database: append_audit (audit.sql) is its other half.</summary>
public static class AuditChain
{
    /// <summary>SHA-256 over the previous hash and every column, each prefixed with its length in bytes ("-" for none).</summary>
    public static byte[] HashOf(AuditEvent link, ReadOnlySpan<byte> previous)
    {
        var body = new StringBuilder();
        var micros = (link.At - NodaConstants.UnixEpoch).ToInt64Nanoseconds() / 1000;
        foreach (var field in (ReadOnlySpan<string?>)[
            link.OrgId.ToString(), Number(link.Seq), Number(micros), link.Actor, link.Action, link.Outcome, link.Subject, link.CallId, link.ToolCallId, link.Detail])
        {
            if (field is null)
                body.Append('-');
            else
                body.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
        }
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(body.ToString())]);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
