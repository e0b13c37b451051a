using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Desk;

namespace Orchestrator.Web.Components.Desk;

/// <summary>Filters as they stand in an address. What cannot be read is left out, on the page and in its export alike.</summary>
public static class DeskQuery
{
    public static HoldFilter Holds(IQueryCollection query) => Holds(name => query[name].ToString());

    public static CallFilter Calls(IQueryCollection query) => Calls(name => query[name].ToString());

    public static TextFilter Texts(IQueryCollection query) => Texts(name => query[name].ToString());

    public static AuditFilter Audit(IQueryCollection query) => Audit(name => query[name].ToString());

    public static HoldFilter Holds(Func<string, string?> value) => new()
    {
        Statuses = Words<Orchestrator.Core.Booking.BookingStatus>(value("status")),
        ProviderId = Guid.TryParse(value("provider"), out var provider) ? provider : null,
        From = Date(value("from")),
        To = Date(value("to")),
        Text = value("q"),
    };

    public static CallFilter Calls(Func<string, string?> value) => new()
    {
        States = Words<CallState>(value("state")),
        ProviderId = Guid.TryParse(value("provider"), out var provider) ? provider : null,
        From = Date(value("from")),
        To = Date(value("to")),
        Text = value("q"),
    };

    public static TextFilter Texts(Func<string, string?> value) => new()
    {
        States = Words<Orchestrator.Core.Verification.DispatchState>(value("state")),
        Reason = Words<Orchestrator.Core.Messaging.SmsReason>(value("reason")) is [var reason, ..] ? reason : null,
        From = Date(value("from")),
        To = Date(value("to")),
        Text = value("q"),
    };

    public static AuditFilter Audit(Func<string, string?> value) => new()
    {
        Actor = value("actor"),
        Action = value("action"),
        Outcome = value("outcome"),
        Subject = value("subject"),
        From = Date(value("from")),
        To = Date(value("to")),
    };

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    // Years that no clinic has had or will have are typing errors, and the last of the calendar's have no day after them.
    private static LocalDate? Date(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and < 3000 } date } ? date : null;

    private static T[] Words<T>(string? text)
        where T : struct, Enum
    {
        var asked = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. Enum.GetValues<T>().Where(value => asked.Contains(Word(value)))];
    }
}
