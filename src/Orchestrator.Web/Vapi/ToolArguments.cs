using System.Collections.Frozen;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// The arguments of one tool call, copied out of the request. Models send them as text, as an object, twice encoded or cut
/// off; what could not be read at all is <see cref="Malformed"/>.
/// </summary>
public sealed class ToolArguments
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "date", "time", "from", "to", "part_of_day", "service", "provider", "limit", "near", "start", "patient_name", "patient_phone", "hold_id", "code");

    private readonly KeyValuePair<string, ToolArgument>[] _fields;

    internal ToolArguments(KeyValuePair<string, ToolArgument>[] fields) => _fields = fields;

    public static ToolArguments Empty { get; } = new([]);

    /// <summary>Truncated, not an object, or with a name given twice. Reads as empty.</summary>
    public static ToolArguments Malformed { get; } = new([]);

    public bool IsMalformed => ReferenceEquals(this, Malformed);

    /// <summary>Names of the given arguments that a tool knows; a name that a model made up may be a patient's.</summary>
    public IReadOnlyList<string> KnownNames =>
        [.. _fields.Where(given => given.Value.State is ArgumentState.Given && Known.Contains(given.Key)).Select(given => given.Key)];

    /// <summary>The argument of that exact name; <see cref="ArgumentState.Missing"/> where there is none.</summary>
    public ToolArgument this[string name]
    {
        get
        {
            foreach (var field in _fields)
            {
                if (field.Key == name)
                    return field.Value;
            }

            return default;
        }
    }

    public override string ToString() => IsMalformed ? "malformed" : $"{_fields.Length} arguments";
}
