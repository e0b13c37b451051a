using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Exports;

/// <summary>
/// Holds, calls and texts as files: exactly the rows that a filter shows, with the phone's last four digits as there. Needs
/// <see cref="StaffTask.SeeDesk"/> (texts: <see cref="StaffTask.SeeMessages"/>); is itself audited.
/// </summary>
public sealed class DeskExport(HoldList holds, CallList calls, TextList texts, AuditedExport export, StaffGuard guard, ClinicDirectory clinics)
{
    private static readonly string[] s_holdColumns = ["id", "status", "starts_at", "ends_at", "provider", "service", "patient", "phone_last_four", "made_at", "expires_at", "confirmed_at", "extensions", "call_id"];

    private static readonly string[] s_callColumns = ["id", "state", "outcome", "started_at", "ended_at", "ended_reason", "holds", "provider", "phone_last_four", "duration_seconds"];

    private static readonly string[] s_textColumns =
        ["id", "kind", "channel", "state", "reason", "error_code", "phone_last_four", "attempt", "hold_id", "created_at", "reported_at", "provider_message_id"];

    public async Task<ExportReceipt> WriteHoldsAsync(OrgContext context, HoldFilter filter, ExportFormat format, Stream target, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        var clinic = await clinics.GetAsync(context.Org, ct);
        var words = new FilterWords().Add("status", string.Join(',', filter.Statuses.Select(Word))).Add("provider", ProviderOf(clinic, filter.ProviderId))
            .Add("from", filter.From).Add("to", filter.To).Add("text", filter.Text).Done();
        return await export.WriteAsync(
            context, "holds", format, words, s_holdColumns, after => holds.FindAsync(context, filter, after, ct, AuditedExport.PageSize),
            row => [
                row.Id.ToString(), Word(row.Status), At(row.StartsAt), At(row.EndsAt), ProviderOf(clinic, row.ProviderId),
                clinic.Schedule.TryGetService(row.ServiceId, out var service) ? service.Key : null, row.Patient, row.LastFour,
                At(row.CreatedAt), At(row.ExpiresAt), At(row.ConfirmedAt), row.Extensions.ToString(CultureInfo.InvariantCulture), row.CallId,
            ],
            target, ct);
    }

    public async Task<ExportReceipt> WriteCallsAsync(OrgContext context, CallFilter filter, ExportFormat format, Stream target, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        var clinic = await clinics.GetAsync(context.Org, ct);
        var words = new FilterWords().Add("state", string.Join(',', filter.States.Select(Word))).Add("provider", ProviderOf(clinic, filter.ProviderId))
            .Add("from", filter.From).Add("to", filter.To).Add("text", filter.Text).Done();
        return await export.WriteAsync(
            context, "calls", format, words, s_callColumns, after => calls.FindAsync(context, filter, after, ct, AuditedExport.PageSize),
            row => [
                row.Id, Word(row.State), Word(row.Outcome), At(row.StartedAt), At(row.EndedAt), row.EndedReason, row.Holds.ToString(CultureInfo.InvariantCulture),
                ProviderOf(clinic, row.ProviderId), row.LastFour, row.Length?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture),
            ],
            target, ct);
    }

    public async Task<ExportReceipt> WriteMessagesAsync(OrgContext context, TextFilter filter, ExportFormat format, Stream target, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeMessages, ct);
        var words = new FilterWords().Add("state", string.Join(',', filter.States.Select(Word))).Add("reason", filter.Reason is { } why ? Word(why) : null)
            .Add("from", filter.From).Add("to", filter.To).Add("text", filter.Text).Done();
        return await export.WriteAsync(
            context, "messages", format, words, s_textColumns, after => texts.FindAsync(context, filter, after, ct, AuditedExport.PageSize),
            row => [
                row.Id.ToString(), Word(row.Kind), Word(row.Channel), Word(row.State), row.Reason is { } reason ? Word(reason) : null,
                row.ErrorCode?.ToString(CultureInfo.InvariantCulture), row.LastFour, row.Attempt.ToString(CultureInfo.InvariantCulture), row.HoldId?.ToString(),
                At(row.CreatedAt), At(row.ReportedAt), row.ProviderMessageId,
            ],
            target, ct);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string? At(Instant? at) => at is { } known ? InstantPattern.ExtendedIso.Format(known) : null;

    private static string? ProviderOf(Clinic clinic, Guid? id) => id is { } known && clinic.Schedule.TryGetProvider(known, out var provider) ? provider.Key : null;
}
