namespace Orchestrator.Core.Redaction;

/// <summary>
/// A text or the turns of a call, with what is known and the policy to apply. A text whose lines begin with
/// <c>AI:</c>, <c>User:</c> and the like is read as turns.
/// </summary>
public sealed record RedactionRequest
{
    public RedactionRequest(string text) => Text = text;

    public RedactionRequest(IReadOnlyList<SpeakerTurn> turns) => Turns = turns;

    public string? Text { get; }

    public IReadOnlyList<SpeakerTurn>? Turns { get; }

    public IReadOnlyList<KnownValue> Known { get; init; } = [];

    public RedactionPolicy Policy { get; init; } = RedactionPresets.ClinicDefault;
}
