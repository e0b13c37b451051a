using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy.Stored;

namespace Orchestrator.Core.Tenancy;

/// <summary>What becomes of an organization's webhook secrets, numbers and assistants in one import.</summary>
internal sealed class VoiceSecretPlan
{
    private readonly List<StoredVoiceSecret> _kept = [];
    private readonly List<(VoiceSecretKind Kind, SecretHash Hash, OrgFileSecret Secret, int Position)> _added = [];
    private readonly List<StoredVoiceSecret> _removed;

    private VoiceSecretPlan(List<StoredVoiceSecret> stored) => _removed = stored;

    /// <summary>Secrets that were not there or are there no more.</summary>
    public IEnumerable<string> Changes =>
    [
        .. _added.Select(item => $"$.vapi.{ListOf(item.Kind)}: {item.Secret} added"),
        .. _removed.Select(row => $"$.vapi.{ListOf(row.Kind)}: {OrgFileSecret.Masked(row.LastFour)} removed"),
    ];

    /// <summary>Matches the file with what is stored; what another organization has, or what a mask names in vain, is a fault.</summary>
    public static async Task<VoiceSecretPlan> MakeAsync(OrgId org, OrgFile file, OrchestratorDbContext rows, List<OrgFileFault> faults, CancellationToken ct)
    {
        var plan = new VoiceSecretPlan(await rows.VoiceSecrets.OrderBy(row => row.Position).ToListAsync(ct));
        await plan.MatchAsync(org, VoiceSecretKind.Shared, file.Vapi.Secrets, rows, faults, ct);
        await plan.MatchAsync(org, VoiceSecretKind.Hmac, file.Vapi.HmacSecrets, rows, faults, ct);
        for (var i = 0; i < file.Vapi.PhoneNumbers.Length; i++)
        {
            var number = file.Vapi.PhoneNumbers[i];
            if (await AskAsync(rows, $"select org_of_voice_number({number.Id}, null) as \"Value\"", ct) is { } byId && byId != org.Value)
                faults.Add(new OrgFileFault($"$.vapi.phoneNumbers[{i}].id", "belongs to another organization."));
            if (await AskAsync(rows, $"select org_of_voice_number(null, {number.Number}) as \"Value\"", ct) is { } byNumber && byNumber != org.Value)
                faults.Add(new OrgFileFault($"$.vapi.phoneNumbers[{i}].number", "belongs to another organization."));
        }
        for (var i = 0; i < file.Vapi.AssistantIds.Length; i++)
        {
            if (await AskAsync(rows, $"select org_of_voice_assistant({file.Vapi.AssistantIds[i]}) as \"Value\"", ct) is { } owner && owner != org.Value)
                faults.Add(new OrgFileFault($"$.vapi.assistantIds[{i}]", "belongs to another organization."));
        }
        return plan;
    }

    public async Task ApplyAsync(OrgId org, OrgFile file, Credentials.KeyRing keys, OrchestratorDbContext rows, CancellationToken ct)
    {
        rows.RemoveRange(_removed);
        await rows.VoiceNumbers.ExecuteDeleteAsync(ct);
        await rows.VoiceAssistants.ExecuteDeleteAsync(ct);
        await rows.SaveChangesAsync(ct);
        foreach (var (kind, hash, secret, position) in _added)
        {
            rows.Add(new StoredVoiceSecret
            {
                OrgId = org.Value, Kind = kind, Hash = hash.ToArray(), LastFour = secret.LastFour, Position = position,
                Sealed = kind == VoiceSecretKind.Hmac ? keys.Seal(System.Text.Encoding.UTF8.GetBytes(secret.Plain!), VoiceCredentials.SealPurpose(org, hash.ToArray())) : null,
            });
        }
        rows.AddRange(file.Vapi.PhoneNumbers.Select((number, i) => new StoredVoiceNumber { OrgId = org.Value, Id = number.Id, Number = number.Number, Position = i }));
        rows.AddRange(file.Vapi.AssistantIds.Select((id, i) => new StoredVoiceAssistant { OrgId = org.Value, Id = id, Position = i }));
        await rows.SaveChangesAsync(ct);
    }

    private static string ListOf(VoiceSecretKind kind) => kind == VoiceSecretKind.Shared ? "secrets" : "hmacSecrets";

    private static async Task<Guid?> AskAsync(OrchestratorDbContext rows, FormattableString sql, CancellationToken ct) =>
        await rows.Database.SqlQuery<Guid?>(sql).SingleAsync(ct);

    private async Task MatchAsync(
        OrgId org, VoiceSecretKind kind, ImmutableArray<OrgFileSecret> secrets, OrchestratorDbContext rows, List<OrgFileFault> faults, CancellationToken ct)
    {
        for (var i = 0; i < secrets.Length; i++)
        {
            var path = $"$.vapi.{ListOf(kind)}[{i}]";
            var hash = secrets[i].Plain is { } plain ? SecretHash.Of(plain) : (SecretHash?)null;
            var stored = _removed.Find(row => row.Kind == kind && (hash is { } wanted ? row.Hash.AsSpan().SequenceEqual(wanted.ToArray()) : row.LastFour == secrets[i].LastFour));
            if (stored is not null)
            {
                _removed.Remove(stored);
                _kept.Add(stored);
                stored.Position = i;
            }
            else if (hash is not { } added)
            {
                faults.Add(new OrgFileFault(path, "is masked, and no stored secret ends like it."));
            }
            else if (_added.Exists(item => item.Hash == added) || _kept.Exists(row => row.Hash.AsSpan().SequenceEqual(added.ToArray())))
            {
                faults.Add(new OrgFileFault(path, "is given twice."));
            }
            else if (await rows.Database.SqlQuery<bool>($"select voice_secret_is_taken({org.Value}, {added.ToArray()}) as \"Value\"").SingleAsync(ct))
            {
                faults.Add(new OrgFileFault(path, "belongs to another organization."));
            }
            else
            {
                _added.Add((kind, added, secrets[i], i));
            }
        }
    }
}
