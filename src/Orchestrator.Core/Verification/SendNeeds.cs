using Orchestrator.Core.Booking;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Verification;

/// <summary>What a code's send must know before it begins: the clinic's rules, the hold and the credential. Read side by side.</summary>
public sealed class SendNeeds(ClinicDirectory clinics, HoldFinder holds, ISmsCredentials credentials)
{
    /// <summary>The clinic and the hold; the credential is in memory by then, for <see cref="CodeSender"/>.</summary>
    public async Task<(Clinic Clinic, Result<Hold, HoldRefusal> Hold)> LoadAsync(OrgContext context, Guid? holdId, CancellationToken ct)
    {
        var clinic = clinics.GetAsync(context.Org, ct).AsTask();
        var hold = holds.FindAsync(context, holdId, ct);
        var credential = credentials.FindAsync(context, ct).AsTask();
        await Task.WhenAll(clinic, hold, credential);
        return (await clinic, await hold);
    }
}
