using System.Text.Json;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Vapi;

/// <summary>Collects the personal values that a report names by itself: what the agent passed to tools, and the customer's name.</summary>
internal sealed class KnownArguments
{
    private const int Most = 64;

    private readonly List<KnownValue> _values = [];

    public IReadOnlyList<KnownValue> Values => _values;

    public void AddName(JsonElement name)
    {
        if (JsonText.Read(name, 200) is { } text)
            Add(text, EntityType.Person);
    }

    /// <param name="calls">A list of tool calls, in any of their forms.</param>
    public void AddCalls(JsonElement calls)
    {
        if (calls.ValueKind is not JsonValueKind.Array)
            return;
        foreach (var call in calls.EnumerateArray())
        {
            var function = call.Get("function"u8);
            var written = function.Get("arguments"u8);
            if (written.IsNothing())
                written = call.Get("arguments"u8);
            var arguments = ArgumentReader.Read(written);
            Add(arguments["patient_name"].Text, EntityType.Person);
            Add(arguments["patient_phone"].Text, EntityType.PhoneNumber);
            Add(arguments["code"].Text, EntityType.Otp);
        }
    }

    private void Add(string? value, EntityType type)
    {
        // Shorter ones would hide ordinary words wherever they stand.
        if (value is { Length: >= 3 } && _values.Count < Most && !_values.Contains(new KnownValue(value, type)))
            _values.Add(new KnownValue(value, type));
    }
}
