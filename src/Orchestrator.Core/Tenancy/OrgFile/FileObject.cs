using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// One JSON object of an organization file, read strictly: a key it does not know, a key given twice and a value of another type are
/// faults with their path, and reading goes on with the default. JSON's null is an absent key.
/// </summary>
internal sealed class FileObject
{
    private const int LongestKey = 200;

    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly List<OrgFileFault> _faults;

    public FileObject(JsonElement json, string path, List<OrgFileFault> faults, params ReadOnlySpan<string> keys)
    {
        (Path, _faults) = (path, faults);
        if (json.ValueKind != JsonValueKind.Object)
        {
            Fault(path, "must be an object.");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!seen.Add(property.Name))
                Fault(At(property.Name), "is given twice.");
            else if (!keys.Contains(property.Name))
                Fault(At(property.Name), "is not a known key.");
            else if (property.Value.ValueKind != JsonValueKind.Null)
                _values.Add(property.Name, property.Value);
        }
    }

    public string Path { get; }

    public List<OrgFileFault> Faults => _faults;

    public string At(string key) => key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? $"{Path}.{key}"
        : $"{Path}['{(key.Length > LongestKey ? key[..LongestKey] : key).Replace("'", "\\'", StringComparison.Ordinal)}']";

    public void Fault(string path, string message) => _faults.Add(new OrgFileFault(path, message));

    public bool Has(string key) => _values.ContainsKey(key);

    public bool IsEmptyList(string key) => _values.TryGetValue(key, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() == 0;

    public bool TryGet(string key, out JsonElement value) => _values.TryGetValue(key, out value);

    /// <summary>Text; empty with a fault when absent.</summary>
    public string Required(string key)
    {
        if (!Has(key))
            Fault(At(key), "is missing.");
        return Text(key) ?? "";
    }

    public string? Text(string key) => _values.TryGetValue(key, out var value) && IsText(value, At(key), out var text) ? text : null;

    public int? Whole(string key, int min, int max)
    {
        if (!_values.TryGetValue(key, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        Fault(At(key), $"must be a whole number from {min} to {max}.");
        return null;
    }

    public bool? Flag(string key)
    {
        if (!_values.TryGetValue(key, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault(At(key), "must be true or false.");
        return null;
    }

    public IEnumerable<(JsonElement Value, string Path)> Items(string key)
    {
        if (!_values.TryGetValue(key, out var list))
            yield break;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Fault(At(key), "must be a list.");
            yield break;
        }

        var i = 0;
        foreach (var item in list.EnumerateArray())
            yield return (item, $"{At(key)}[{i++}]");
    }

    public IEnumerable<(string Text, string Path)> Texts(string key)
    {
        foreach (var (value, path) in Items(key))
        {
            if (IsText(value, path, out var text))
                yield return (text, path);
        }
    }

    /// <summary>Reads an object inside this one; null when the key is absent.</summary>
    public FileObject? Object(string key, params ReadOnlySpan<string> keys) =>
        _values.TryGetValue(key, out var value) ? new FileObject(value, At(key), _faults, keys) : null;

    /// <summary>Reads one item of <see cref="Items"/> as an object.</summary>
    public FileObject Object((JsonElement Value, string Path) item, params ReadOnlySpan<string> keys) => new(item.Value, item.Path, _faults, keys);

    private bool IsText(JsonElement value, string path, [NotNullWhen(true)] out string? text)
    {
        text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        var fault = text switch
        {
            null => "must be text.",
            _ when string.IsNullOrWhiteSpace(text) || text != text.Trim() || text.Any(char.IsControl) =>
                "must not be blank, nor start or end with a blank, nor hold control characters.",
            { Length: > OrgFileSecret.MaxLength } => $"must be at most {OrgFileSecret.MaxLength} characters.",
            _ => null,
        };
        if (fault is null)
            return text is not null;
        Fault(path, fault);
        text = null;
        return false;
    }
}
