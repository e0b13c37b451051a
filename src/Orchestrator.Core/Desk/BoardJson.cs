using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Orchestrator.Core.Desk;

/// <summary>Reads the documents that the desk's SQL functions make.</summary>
internal static class BoardJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new InstantConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, s_options) ?? throw new InvalidOperationException("The database gave no document.");

    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Instant.FromDateTimeOffset(reader.GetDateTimeOffset());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToDateTimeOffset());
    }
}
