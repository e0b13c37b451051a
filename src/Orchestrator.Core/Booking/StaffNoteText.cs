using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Booking;

/// <summary>
/// What of a note may be kept. It is for colleagues, so a name and a number to call back stay; card and bank data, codes and
/// passwords have no business there, whatever the clinic's rules for transcripts are.
/// </summary>
internal static class StaffNoteText
{
    private static readonly TranscriptRedactor Redactor = new();

    public static string? Clean(string? text) =>
        text is null ? null : Redactor.Redact(new RedactionRequest(text) { Policy = RedactionPresets.Pci }).Text;
}
