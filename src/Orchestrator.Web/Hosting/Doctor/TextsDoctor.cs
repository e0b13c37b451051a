using Microsoft.Extensions.Options;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Hosting.Doctor;

/// <summary>Whether the clinics' texts can go out: is Twilio there, how old are the credentials, does each work.</summary>
internal sealed class TextsDoctor(CredentialReminder reminder, CredentialTests tests, IOptions<TwilioOptions> options, DoctorDepth depth) : IDoctorCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public string Name => "twilio";

    public bool NeedsSchema => true;

    public async Task<Finding> CheckAsync(CancellationToken ct)
    {
        var ages = await reminder.RunOnceAsync(ct);
        if (ages.Count == 0)
            return Finding.Good("no clinic texts through Twilio");
        if (!await IsThereAsync(ct))
            return Finding.Bad($"{options.Value.ApiBaseUrl.Host} cannot be reached; {ages.Count} clinics text through it");

        var faults = new List<string>();
        faults.AddRange(ages.Where(age => age.IsFailing).Select(age => $"{age.Slug}: version {age.Number} does not work; see its credentials page"));
        if (depth.SignsIn)
        {
            foreach (var age in ages)
            {
                var tested = await tests.TestAsync(new OrgContext(age.Org, Actor.Operator("doctor")), age.VersionId, ct);
                if (!tested.IsSuccess)
                    faults.Add($"{age.Slug}: version {age.Number}: {tested.Refusal.Why ?? tested.Refusal.Kind.ToString()}");
            }
        }
        var old = ages.Where(age => age.IsOld).Select(age => $"{age.Slug}: version {age.Number} is {age.Days} days old, replace it").ToList();
        var text = string.Join("; ", faults.Distinct().Concat(old).DefaultIfEmpty($"{ages.Count} clinics, the oldest credential is {ages.Max(age => age.Days)} days old"));
        return faults.Count == 0 ? Finding.Good(text) : Finding.Bad(text);
    }

    /// <summary>Any answer at all will do; no credential is sent.</summary>
    private async Task<bool> IsThereAsync(CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = s_patience };
        try
        {
            using var answer = await http.GetAsync(options.Value.ApiBaseUrl, HttpCompletionOption.ResponseHeadersRead, ct);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
