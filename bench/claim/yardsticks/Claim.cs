using System.Text.Json.Serialization;

namespace Orchestrator.Claim.Bench;

/// <summary>Everything the SQL needs, worked out by the sender.</summary>
internal sealed record Claim(Guid Org, Guid Provider, Guid Service, DateTimeOffset Start, string Call, string ToolCall, string Name, string Phone)
{
    public DateTime From => Start.UtcDateTime;

    public DateTime To => From.AddMinutes(30);
}

internal sealed record Claimed(string Code, Guid? HoldId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Claimed))]
internal sealed partial class ClaimJson : JsonSerializerContext;
