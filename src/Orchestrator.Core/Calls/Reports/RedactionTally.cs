using System.Text.Json;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>Counts what was hidden and withheld over all parts of one report.</summary>
internal sealed class RedactionTally
{
    private readonly int[] _hidden = new int[EntityTypes.Count];

    public int Withheld { get; private set; }

    public void Hide(EntityType type) => _hidden[(int)type]++;

    public void Withhold(int parts = 1) => Withheld += parts;

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        EntityTypes.All.Where(type => _hidden[(int)type] > 0).ToDictionary(type => type.Name(), type => _hidden[(int)type]));
}
