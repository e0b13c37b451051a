using Microsoft.AspNetCore.Components;
using Orchestrator.Core.Desk;

namespace Orchestrator.Web.Components.Desk;

/// <summary>What happened to a hold or in a call, one sentence per event.</summary>
public sealed partial class StoryList
{
    [Parameter, EditorRequired]
    public IReadOnlyList<StoryEntry> Entries { get; set; } = [];

    [Parameter, EditorRequired]
    public ClinicWords Words { get; set; } = null!;

    [Parameter]
    public ActorWords Actors { get; set; } = ActorWords.None;

    // The agent's own audit rows say again what its tools say; the audit page has them all.
    private IEnumerable<StoryEntry> Shown => Entries.Where(entry =>
        entry is not { Kind: StoryKind.Act, What: "hold.claimed" or "code.verified" or "appointment.booked" }
        || entry.Actor?.StartsWith("voice:", StringComparison.Ordinal) != true
        || !Entries.Any(tool => tool.Kind == StoryKind.Tool && tool.Outcome is not null));

    private string Sentence(StoryEntry entry) => entry.Kind switch
    {
        StoryKind.Act => $"{Actors.Of(entry.Actor ?? "")} {ActWords.Of(entry.What, entry.Outcome ?? "", entry.Detail)}",
        StoryKind.Text => $"Text {entry.What} with a code: {ActWords.Text(entry.Outcome ?? "")}",
        StoryKind.Tool => ActWords.Tool(entry.What, entry.Outcome),
    };

    private static string IconOf(StoryEntry entry) => entry.Kind switch
    {
        StoryKind.Act when entry.What.StartsWith("appointment", StringComparison.Ordinal) => "calendar-check",
        StoryKind.Act when entry.Actor?.StartsWith("staff:", StringComparison.Ordinal) == true => "user",
        StoryKind.Act => "chain",
        StoryKind.Text => "message",
        StoryKind.Tool => "phone",
    };

    private static string Tone(StoryEntry entry) => (entry.What, entry.Outcome) switch
    {
        ("appointment.booked", _) or (_, "verified" or "delivered") => "green",
        (_, "refused" or "undelivered" or "locked" or "wrong" or "otp_locked" or "otp_failed") => "red",
        ("hold.needs_staff", _) or (_, "needs_staff") => "coral",
        _ => "plain",
    };
}
