using Microsoft.Extensions.Options;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting.Settings;

namespace Orchestrator.Web.Vapi.Export;

/// <summary>What a manager needs to connect the clinic's voice agent: the definitions, and whether Vapi was heard yet.</summary>
public sealed class AgentSetup(OrgStore store, CallRecords calls, IWebhookPulse pulse, StaffGuard guard, IOptions<PublicAddressOptions> address)
{
    /// <param name="context">Whose.</param>
    /// <param name="fallback">The address by which the page was reached, for an installation that was not told its own.</param>
    /// <param name="credentialId">Id of the credential in Vapi, if it is known.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>Null where the organization was never imported whole.</returns>
    public async Task<IReadOnlyList<AgentDefinition>?> DefinitionsAsync(OrgContext context, Uri fallback, string? credentialId, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageClinic, ct);
        return await store.LoadAsync(context, ct) is { } stored
            ? AgentExport.Create(stored.File, AddressOr(fallback), string.IsNullOrWhiteSpace(credentialId) ? null : credentialId.Trim())
            : null;
    }

    public Uri AddressOr(Uri fallback) => address.Value.PublicBaseUrl ?? fallback;

    /// <summary>The newest message of any kind, or the newest that left a trace; null before the first.</summary>
    public async Task<DateTimeOffset?> LastHeardAsync(OrgContext context, CancellationToken ct)
    {
        var heard = await calls.HeardAsync(context, ct);
        return pulse.LastOf(context.Org) ?? heard.LastAt?.ToDateTimeOffset();
    }
}
