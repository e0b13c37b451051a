using System.CommandLine;
using System.Security.Cryptography;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting.Keys;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>
/// A new key-encryption key, and everything sealed again under it while the hosts serve. Stopped half-way, it goes on with the
/// key it had made; nothing is ever without a key that opens it.
/// </summary>
internal sealed class KeysRotateVerb : IVerb
{
    private const string Cookies = "cookie key";

    /// <summary>What somebody was at work on during one pass is free in the next.</summary>
    private const int Passes = 5;

    private readonly Option<bool> _rewrapOnly = new("--rewrap-only") { Description = "No new key: seals again what is not under the newest one yet." };

    public string Name => "keys rotate";

    public string Description => "Makes a new key-encryption key for writes and seals the rest again under it, while the hosts serve.";

    public void Define(Command command) => command.Options.Add(_rewrapOnly);

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        await using var host = await PreparedHost.ForVerbAsync(ct);
        var services = host.Services;
        var (keys, rotation) = (services.GetRequiredService<KeyRing>(), services.GetRequiredService<KeyRotation>());
        if (await services.GetRequiredService<KeyGate>().FaultAsync(ct) is { } fault)
            return VerbOutcome.Refused(fault);

        var before = await LeftAsync(services, keys, ct);
        string? made = null;
        // Values that are not under the newest key yet belong to a rotation that was stopped: that one is finished first.
        if (!context.Parsed.GetValue(_rewrapOnly) && before.Count == 0)
        {
            if (keys.Source?.Directory is not { } directory)
                return VerbOutcome.Refused("The keys come from settings, so a new one cannot be made here: add Keys:Values:{id} with an id that sorts last to every host, then run keys rotate --rewrap-only.");
            if (keys.Source.Pinned is { } pinned)
                return VerbOutcome.Refused($"Keys:Active pins writes to {pinned}: a new key would not be used. Remove the setting, or add a key yourself, name it there and run keys rotate --rewrap-only.");
            made = KeySource.Create(directory, services.GetRequiredService<TimeProvider>().GetUtcNow());
        }

        await rotation.AnnounceAsync(ct);
        var wrapped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (left, damaged) = (before, (IReadOnlyList<string>)[]);
        try
        {
            for (var pass = 0; pass < Passes && (pass == 0 || left.Count > 0); pass++)
            {
                (var counts, damaged) = await rotation.RewrapAsync(Actor.Operator(Name), ct);
                foreach (var (kind, count) in counts)
                    wrapped[kind] = wrapped.GetValueOrDefault(kind) + count;
                wrapped[Cookies] = wrapped.GetValueOrDefault(Cookies) + await services.GetRequiredService<CookieKeyRewrap>().RunAsync(ct);
                left = await LeftAsync(services, keys, ct);
            }
        }
        catch (CryptographicException unopened)
        {
            return VerbOutcome.Refused($"A cookie key does not open, so it was left as it is: {unopened.Message} Run doctor; what was done so far stays done.");
        }
        return Outcome(keys, made, wrapped, damaged, left, await LiveCodesAsync(services, keys, ct));
    }

    private static VerbOutcome Outcome(
        KeyRing keys, string? made, SortedDictionary<string, int> wrapped, IReadOnlyList<string> damaged, Dictionary<string, long> left, long liveCodes)
    {
        var lines = new List<string> { made is null ? $"No new key was made; {keys.ActiveId} seals what is new." : $"Key {made} seals what is new." };
        lines.AddRange(wrapped.Select(pair => $"{pair.Key}: {pair.Value} sealed again."));
        lines.AddRange(damaged.Select(what => $"A {what} does not open and was left as it is: have the clinic enter it anew and revoke this one, then run keys rotate again."));
        lines.AddRange(left.Select(pair => $"Key {pair.Key} is still needed for {pair.Value} values; run keys rotate again, with ConnectionStrings:OrchestratorOwner set."));
        var idle = keys.Ids.Where(id => id != keys.ActiveId && !left.ContainsKey(id)).Order(StringComparer.Ordinal).ToList();
        if (liveCodes > 0)
            lines.Add($"{liveCodes} codes that were texted before still need an older key for some minutes.");
        else if (idle.Count > 0)
            lines.Add($"No longer needed: {string.Join(", ", idle)}. Keep a copy for as long as backups from before are kept.");
        var json = new { key = keys.ActiveId, made, rewrapped = wrapped, damaged, left, liveCodes, idle };
        return left.Count == 0 ? VerbOutcome.Done(json, lines) : VerbOutcome.Refused(json, lines);
    }

    private static async Task<Dictionary<string, long>> LeftAsync(IServiceProvider services, KeyRing keys, CancellationToken ct)
    {
        var left = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var item in await services.GetRequiredService<KeysInUse>().ReadAsync(ct))
        {
            if (item.Kind != KeysInUse.LiveCode && item.KeyId is { } id && id != keys.ActiveId)
                left[id] = left.GetValueOrDefault(id) + item.Count;
        }
        foreach (var (id, count) in await services.GetRequiredService<CookieKeyRewrap>().InUseAsync(ct))
        {
            if (id != keys.ActiveId)
                left[id] = left.GetValueOrDefault(id) + count;
        }
        return left;
    }

    private static async Task<long> LiveCodesAsync(IServiceProvider services, KeyRing keys, CancellationToken ct) =>
        (await services.GetRequiredService<KeysInUse>().ReadAsync(ct)).Where(item => item.Kind == KeysInUse.LiveCode && item.KeyId != keys.ActiveId).Sum(item => item.Count);
}
