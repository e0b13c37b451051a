using System.Text.Json.Serialization;

namespace Orchestrator.Claim.Bench;

/// <summary>Everything the SQL needs, worked out by the sender.</summary>
internal sealed record Claim(Guid Org, Guid Provider, Guid Service, DateTimeOffset Start, string Call, string ToolCall, string Name, string Phone);

internal sealed record Claimed(string Code, Guid? HoldId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Claimed))]
internal sealed partial class ClaimJson : JsonSerializerContext;
