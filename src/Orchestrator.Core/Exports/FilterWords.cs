using NodaTime;
using NodaTime.Text;

namespace Orchestrator.Core.Exports;

/// <summary>A filter as names and texts, in the order they were added; what is not set is left out.</summary>
public sealed class FilterWords
{
    private readonly Dictionary<string, string> _words = [];

    public FilterWords Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            _words[name] = value.Trim();
        return this;
    }

    public FilterWords Add(string name, LocalDate? value) => Add(name, value is { } date ? LocalDatePattern.Iso.Format(date) : null);

    public IReadOnlyDictionary<string, string> Done() => _words;
}
