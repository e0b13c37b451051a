using Orchestrator.Core.Credentials;

namespace Orchestrator.Web.Hosting.Doctor;

internal sealed class KeysDoctor(KeyRing keys) : IDoctorCheck
{
    public string Name => "keys";

    public Task<Finding> CheckAsync(CancellationToken ct) => Task.FromResult(Finding.Good($"{keys.ActiveId} seals what is new"));
}
