using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Rendering;

namespace Orchestrator.Core.Redaction;

/// <summary>What a session remembers of its call.</summary>
internal sealed class CallMemory
{
    private readonly List<string> _digits = [];
    private readonly List<string> _names = [];

    public KnownIndex Known { get; } = new();

    public KnownIndex Learned { get; } = new();

    public TokenBook Book { get; } = new();

    /// <summary>Digits and full names that must not leave, for the check of the output.</summary>
    public ReadOnlySpan<string> KnownDigits => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_digits);

    public ReadOnlySpan<string> KnownNames => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_names);

    public void Deny(string term) => Known.Add(new KnownValue(term, EntityType.Denied));

    public void Know(KnownValue value, RedactionPolicy policy)
    {
        if (string.IsNullOrWhiteSpace(value.Value)) return;
        Known.Add(value);
        var type = value.Type ?? KnownIndex.Guess(value.Value.Trim());
        if (!policy.Hides(type) || policy.AllowTerms.Contains(value.Value)) return;
        if (KnownIndex.IsNumber(value.Value, out var digits) && digits.Length >= 6) _digits.Add(System.Text.Encoding.ASCII.GetString(digits));
        else if (type == EntityType.Person && value.Value.Trim().Contains(' ', StringComparison.Ordinal)) _names.Add(value.Value.Trim());
    }
}
