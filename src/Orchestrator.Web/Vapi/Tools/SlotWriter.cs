using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>Writes lists of starts: <c>[{start,end,provider_ids,available_providers}]</c>.</summary>
internal static class SlotWriter
{
    public static ToolAnswerWriter Slots(this ToolAnswerWriter answer, string name, IReadOnlyList<Slot> slots, ClinicSchedule schedule)
    {
        var json = answer.Json;
        json.WriteStartArray(name);
        foreach (var slot in slots)
        {
            json.WriteStartObject();
            json.WriteString("start", ToolAnswerWriter.Format(slot.Start.ToDateTimeOffset()));
            json.WriteString("end", ToolAnswerWriter.Format(slot.End.ToDateTimeOffset()));
            json.WriteStartArray("provider_ids");
            foreach (var id in slot.ProviderIds)
                json.WriteStringValue(schedule.Provider(id).Key);
            json.WriteEndArray();
            json.WriteNumber("available_providers", slot.ProviderIds.Length);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        return answer;
    }

    /// <summary>Local time with offset, <c>2027-01-14T10:00:00-08:00</c>.</summary>
    public static ToolAnswerWriter At(this ToolAnswerWriter answer, string name, Instant at, DateTimeZone zone) =>
        answer.Instant(name, at.InZone(zone).ToDateTimeOffset());
}
