using System.Net;
using System.Text.Json;

namespace Orchestrator.Web.Tests.Vapi;

internal sealed record VapiAnswer(HttpStatusCode Status, string? ContentType, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement[] Results => [.. Json.GetProperty("results").EnumerateArray()];

    public string Code(int index) => Payload(index).GetProperty("code").GetString()!;

    public JsonElement Payload(int index)
    {
        var entry = Results[index];
        var line = entry.TryGetProperty("result", out var result) ? result : entry.GetProperty("error");
        return JsonDocument.Parse(line.GetString()!).RootElement;
    }
}
