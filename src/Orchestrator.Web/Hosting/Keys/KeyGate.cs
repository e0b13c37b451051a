using Orchestrator.Core.Credentials;

namespace Orchestrator.Web.Hosting.Keys;

/// <summary>
/// Nothing is served while something is sealed under a key that is not there, or that is another one by the same name: it would
/// fail later, in the middle of a call.
/// </summary>
internal sealed class KeyGate(KeyRing keys, KeysInUse use) : IStartupStep
{
    /// <exception cref="StartRefusedException">Names each missing or wrong key.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (await FaultAsync(ct) is { } fault)
            throw new StartRefusedException(fault);
    }

    /// <summary>The sentence about the keys that are missing or wrong; null when all is well.</summary>
    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        if (await MissingAsync(ct) is { } missing)
            return missing;
        var wrong = await use.WrongAsync(ct);
        return wrong.Count == 0
            ? null
            : $"Keys: nothing that is sealed under {string.Join(" or ", wrong)} opens, so another key stands under that name. Put the right one back; what it sealed is lost without it.";
    }

    private async Task<string?> MissingAsync(CancellationToken ct)
    {
        keys.Refresh();
        var missing = (await use.ReadAsync(ct))
            .Where(item => item.Kind != KeysInUse.LiveCode && item.KeyId is { } id && !keys.Ids.Contains(id))
            .GroupBy(item => item.KeyId!, (id, items) => $"{id} (for {string.Join(", ", items.Select(item => $"{item.Count} of {item.Kind}"))})")
            .ToList();
        if (missing.Count == 0)
            return null;
        var where = keys.Source?.Directory is { } directory ? $"into {directory} as {{id}}.key" : "into Keys:Values";
        return $"Keys: missing {string.Join(" and ", missing)}. Put it back {where}; without it what is sealed under it cannot be opened.";
    }
}
