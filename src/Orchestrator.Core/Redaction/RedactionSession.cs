namespace Orchestrator.Core.Redaction;

/// <summary>
/// One call. Transcript, messages, summary and analysis redacted through the same session show the same token for the
/// same value, spoken or printed.
/// </summary>
public sealed class RedactionSession
{
    private readonly List<KnownValue> _known = [];

    internal RedactionSession(RedactionPolicy policy, IReadOnlyList<KnownValue> known)
    {
        Policy = policy;
        foreach (var value in known) Learn(value);
    }

    public RedactionPolicy Policy { get; }

    /// <summary>Adds a value that turned up during the call, for example a code that was texted.</summary>
    public void Learn(KnownValue value) => _known.Add(value);

    public RedactionResult Redact(string text) => Redact([new SpeakerTurn(SpeakerRole.Unknown, text)]);

    public RedactionResult Redact(IReadOnlyList<SpeakerTurn> turns) =>
        new([.. turns.Select(_ => RedactionResult.WithheldText)], [], Policy.Name, Policy.Version, Withheld: true);
}
