using Orchestrator.Core.Credentials;
using Orchestrator.Web.Hosting.Keys;

namespace Orchestrator.Web.Hosting.Doctor;

internal sealed class KeysDoctor(KeyRing keys, KeyGate gate, KeysInUse use) : IDoctorCheck
{
    public string Name => "keys";

    public bool NeedsSchema => true;

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        if (await gate.FaultAsync(ct) is { } fault)
            return Finding.Bad(fault);
        var inUse = (await use.ReadAsync(ct)).Select(item => item.KeyId).OfType<string>().Distinct().ToList();
        var idle = keys.Ids.Where(id => id != keys.ActiveId && !inUse.Contains(id)).Order(StringComparer.Ordinal).ToList();
        var tail = idle.Count == 0 ? "" : $"; nothing is sealed under {string.Join(", ", idle)} any more";
        return Finding.Good($"{keys.ActiveId} seals what is new{tail}");
    }
}
