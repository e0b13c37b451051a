namespace Orchestrator.Core.Redaction;

/// <summary>The engine behind <see cref="ITranscriptRedactor"/>; one instance serves the whole process.</summary>
public sealed class TranscriptRedactor : ITranscriptRedactor
{
    public RedactionResult Redact(RedactionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var session = OpenSession(request.Policy, request.Known);
        return request.Turns is { } turns ? session.Redact(turns) : session.Redact(request.Text ?? "");
    }

    public RedactionSession OpenSession(RedactionPolicy policy, IReadOnlyList<KnownValue> known)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(known);
        return new RedactionSession(policy, known);
    }
}
