using System.Text;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>
/// Redacts a value that stands under a name, of JSON or of a log line: <c>482913</c> is a code because its name says so.
/// </summary>
public static class FieldRedaction
{
    /// <summary>A property's name as words: <c>callerPhone_number</c> is "caller phone number".</summary>
    public static string Words(string name) => PropertyWords.Of(name);

    /// <param name="session">Of the call; a fresh one for a value that belongs to none.</param>
    /// <param name="words">The name, as <see cref="Words"/> gives it; may be empty.</param>
    /// <param name="value">The value as text.</param>
    /// <param name="hidden">Told the type of each value that was hidden.</param>
    public static RedactedField Redact(RedactionSession session, string words, string value, Action<EntityType>? hidden = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(words);
        var prefix = words.Length == 0 ? "" : words + ": ";
        var text = prefix + value;
        var result = session.Redact(text);
        if (result.Withheld)
            return new RedactedField(RedactionResult.WithheldText, IsHidden: true, IsWithheld: true);

        StringBuilder? rebuilt = null;
        var at = prefix.Length;
        foreach (var span in result.Spans)
        {
            if (span.End <= at)
                continue;
            hidden?.Invoke(span.Type);
            (rebuilt ??= new StringBuilder()).Append(text, at, Math.Max(at, span.Start) - at).Append(span.Replacement);
            at = span.End;
        }

        return rebuilt is null
            ? new RedactedField(value, IsHidden: false, IsWithheld: false)
            : new RedactedField(rebuilt.Append(text, at, text.Length - at).ToString(), IsHidden: true, IsWithheld: false);
    }
}
