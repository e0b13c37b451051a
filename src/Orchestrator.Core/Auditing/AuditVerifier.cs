using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Auditing;

/// <summary>Walks an organization's chain from its first row to its head.</summary>
public sealed class AuditVerifier(OrgDb db)
{
    private const int Page = 2_000;

    /// <returns>The number of rows proven, or the first break.</returns>
    public Task<Result<AuditProof, AuditBreak>> VerifyAsync(OrgContext context, CancellationToken ct) => VerifyAsync(context, progress: null, ct);

    /// <param name="context">Whose chain.</param>
    /// <param name="progress">Told after each page of rows.</param>
    /// <param name="ct">Ends the walk.</param>
    /// <returns>The number of rows proven, or the first break.</returns>
    public async Task<Result<AuditProof, AuditBreak>> VerifyAsync(OrgContext context, IProgress<AuditProgress>? progress, CancellationToken ct)
    {
        // The head first: rows appended while this walks come after it and do not disturb. In the one statement (one snapshot)
        // with it, whether anything stands after the end that it names.
        var start = await db.RunAsync(context, (rows, token) => rows.AuditHeads.AsNoTracking().Where(row => row.OrgId == context.Org.Value)
            .Select(row => new
            {
                Head = row,
                Beyond = rows.AuditEvents.Where(link => link.OrgId == row.OrgId && link.Seq > row.Seq).Min(link => (long?)link.Seq),
            })
            .SingleOrDefaultAsync(token), ct);
        var head = start?.Head;
        byte[] previous = [];
        var seq = 0L;
        while (seq < (head?.Seq ?? long.MaxValue))
        {
            var after = seq;
            var page = await db.RunAsync(context, (rows, token) => rows.AuditEvents.AsNoTracking()
                .Where(row => row.OrgId == context.Org.Value && row.Seq > after).OrderBy(row => row.Seq).Take(Page).ToListAsync(token), ct);
            if (page.Count == 0)
                break;
            foreach (var link in page)
            {
                if (Check(link, seq + 1, previous) is { } fault)
                    return fault;
                (seq, previous) = (link.Seq, link.Hash);
                if (seq == head?.Seq)
                    break;
            }
            progress?.Report(new AuditProgress(seq, head?.Seq ?? seq));
        }
        if (head is null)
            return seq == 0 ? new AuditProof(0, []) : new AuditBreak(seq, "the chain's head is missing");
        if (seq != head.Seq)
            return new AuditBreak(seq + 1, $"row {seq + 1} is missing; the head says that there are {head.Seq}");
        if (start?.Beyond is { } beyond)
            return new AuditBreak(beyond, $"row {beyond} stands after row {head.Seq}, the last one that the head names");
        return head.Hash.AsSpan().SequenceEqual(previous) ? new AuditProof(seq, previous) : new AuditBreak(seq, "the last row is not the one that the head names");
    }

    private static AuditBreak? Check(AuditEvent link, long expected, byte[] previous)
    {
        if (link.Seq != expected)
            return new AuditBreak(expected, $"row {expected} is missing");
        if (!link.PrevHash.AsSpan().SequenceEqual(previous))
            return new AuditBreak(link.Seq, $"row {link.Seq} does not follow the row before it");
        return AuditChain.HashOf(link, previous).AsSpan().SequenceEqual(link.Hash) ? null : new AuditBreak(link.Seq, $"row {link.Seq} was changed");
    }
}
