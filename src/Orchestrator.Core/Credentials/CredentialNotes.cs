using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>What sending learns about the versions it sends with.</summary>
public sealed class CredentialNotes(OrgDb db, ActivityNotifier activity)
{
    public const string Rejected = "The provider refuses this credential's login: it was changed or deleted there, or the account is suspended.";

    /// <summary>The active version's login is refused and there is no newer one. Written once, however many texts find out.</summary>
    public async Task RejectedAsync(OrgContext context, Guid? version, CancellationToken ct)
    {
        if (version is null)
            return;
        var isNews = await db.CallAsync(
            context,
            "select credential_rejected($1, $2, $3, $4)",
            [Persistence.SqlValue.Text(context.Actor.ToString()), Persistence.SqlValue.Uuid(version), Persistence.SqlValue.Text(Rejected)],
            row => row.GetBoolean(0),
            ct);
        if (isNews)
            activity.Touch(context.Org, ActivityTopics.Credentials);
    }

    /// <summary>A dispatch goes out with another version than it was prepared for.</summary>
    public Task SentWithAsync(OrgContext context, Guid dispatchId, Guid? version, CancellationToken ct) => db.CallAsync(
        context,
        "select dispatch_sent_with($1, $2, $3)",
        [Persistence.SqlValue.Uuid(dispatchId), Persistence.SqlValue.Uuid(version)],
        _ => true,
        ct);
}
