using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Short forms that the tests of this folder share.</summary>
internal static class Redacting
{
    public static TranscriptRedactor Redactor { get; } = new();

    public static RedactionResult Redact(string text, RedactionPolicy? policy = null, params string[] known) =>
        Redactor.Redact(new RedactionRequest(text) { Policy = policy ?? RedactionPresets.ClinicDefault, Known = [.. known.Select(value => new KnownValue(value))] });

    /// <summary>Every letter and digit of the value lies in a span.</summary>
    public static bool Hides(RedactionResult result, string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !result.Spans.Any(span => span.Start <= i && i < span.End)) return false;
        }

        return true;
    }

    public static void AssertHidden(string before, string value, string after)
    {
        var text = before + value + after;

        var result = Redact(text);

        Assert.True(Hides(result, text, before.Length, before.Length + value.Length), $"'{value}' leaks from '{text}': {result.Text}");
    }

    public static void AssertUntouched(string text)
    {
        var result = Redact(text);

        Assert.True(result.Text == text, $"'{text}' became '{result.Text}' ({string.Join(", ", result.Spans.Select(span => span.Reason))})");
    }

    /// <summary>Lines of a dev set beside the repository, or null where there is none.</summary>
    public static string? DevSet(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "redaction", "dev", name);
            if (File.Exists(path)) return path;
        }

        return null;
    }
}
