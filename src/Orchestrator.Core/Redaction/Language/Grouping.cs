using System.Globalization;

namespace Orchestrator.Core.Redaction.Language;

/// <summary>Lengths of groups, as "3-3-4", packed into one number so that comparing them is one step.</summary>
internal static class Grouping
{
    private const int BitsPerGroup = 5;
    private const int MostGroups = 12;

    /// <summary>What no written form equals.</summary>
    public const ulong Unusual = ulong.MaxValue;

    public static ulong Append(ulong groups, int length)
    {
        if (groups == Unusual || length >= 1 << BitsPerGroup || groups >> ((MostGroups - 1) * BitsPerGroup) != 0) return Unusual;
        return (groups << BitsPerGroup) | (uint)length;
    }

    public static ulong Parse(string written) =>
        written.Split('-').Aggregate(0UL, (groups, length) => Append(groups, int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture)));
}
