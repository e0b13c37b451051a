using System.Globalization;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>Writes what stands in place of a value.</summary>
internal sealed class Renderer(Scratch scratch, RedactionPolicy policy, TokenBook book)
{
    private readonly ValueKey _key = new(scratch);

    public string Replacement(Candidate span)
    {
        var value = scratch.Document.Text.AsSpan(span.Start, span.End - span.Start);
        return policy.ActionOf(span.Type) switch
        {
            RedactionAction.Label => $"[REDACTED: {span.Type.TokenName()}]",
            RedactionAction.Mask => Masked(value, span.Type == EntityType.CreditCard ? 4 : 2),
            RedactionAction.Generalise => Generalised(span) ?? Token(span),
            RedactionAction.Token or RedactionAction.Keep => Token(span),
        };
    }

    private string Token(Candidate span) => ValueKey.IsSpelled(span) ? book.TokenOfSpelled(_key.Of(span).ToString()) : book.TokenOf(span.Type, _key.Of(span));

    private static string Masked(ReadOnlySpan<char> value, int shown)
    {
        Span<char> tail = stackalloc char[shown];
        int total = 0, kept = 0;
        for (var i = value.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiLetterOrDigit(value[i])) continue;
            if (total++ < shown) tail[shown - ++kept] = value[i];
        }

        if (total < 2 * shown) kept = 0;
        return $"{new string('*', Math.Clamp(total - kept, 2, 12))}{tail[(shown - kept)..]}";
    }

    private string? Generalised(Candidate span) => span.Type switch
    {
        EntityType.DateOfBirth or EntityType.DateTime => Year(span) is > 0 and var year ? string.Create(CultureInfo.InvariantCulture, $"[YEAR {year}]") : null,
        EntityType.PostalCode => ZipPrefix(span),
        EntityType.Age => "[AGE 90+]",
        _ => null,
    };

    private int Year(Candidate span) => scratch.DateWithin(span.Start, span.End)?.Year ?? 0;

    /// <summary>The first three digits of a ZIP code stay unless 20,000 or fewer people live there (HHS guidance, 2012).</summary>
    private string? ZipPrefix(Candidate span)
    {
        var key = _key.Of(span);
        if (key.Length is not (5 or 9) || key.ContainsAnyExceptInRange('0', '9')) return null;
        var prefix = key[..3].ToString();
        return HipaaSafeHarbor.IsSparse(prefix) ? "[ZIP3 000]" : $"[ZIP3 {prefix}]";
    }
}
