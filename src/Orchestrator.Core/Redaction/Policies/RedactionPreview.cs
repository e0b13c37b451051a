using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>
/// Shows what rules would do to a text. The text stays in memory, is stored nowhere and reaches no log; that somebody looked
/// is audited without it. Needs <see cref="StaffTask.ManageClinic"/>.
/// </summary>
public sealed class RedactionPreview(ITranscriptRedactor redactor, OrgDb db, StaffGuard guard, ActivityNotifier activity, TimeProvider time)
{
    /// <summary>In UTF-16 units; longer ones are for the command line.</summary>
    public const int LongestText = 100_000;

    /// <summary>Takes a text in, once, with its audit row; then any rules can be tried on it.</summary>
    /// <returns>None where the text is longer than <see cref="LongestText"/>.</returns>
    public async Task<PreviewText?> OpenAsync(OrgContext context, string text, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(text);
        await guard.RequireAsync(context, StaffTask.ManageClinic, ct);
        if (text.Length > LongestText)
            return null;
        var providers = await db.RunAsync(context, async (rows, token) =>
        {
            var names = await rows.Providers.AsNoTracking().Where(row => row.OrgId == context.Org.Value && row.IsActive).Select(row => row.Name).ToListAsync(token);
            await rows.Database.ExecuteSqlAsync(
                $"select append_audit({context.Org.Value}, {context.Actor.ToString()}, 'redaction.previewed', 'ok', null, null, null, {FormattableString.Invariant($"characters {text.Length}")})",
                token);
            return names;
        }, ct);
        activity.Touch(context.Org, ActivityTopics.Audit);
        return new PreviewText(redactor, time, text, [.. providers.Select(name => new KnownValue(name, EntityType.ProviderName))]);
    }
}
