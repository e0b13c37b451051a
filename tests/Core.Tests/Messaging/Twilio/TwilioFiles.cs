using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

/// <summary>The signature vectors and the error list that lie beside this file.</summary>
internal static class TwilioFiles
{
    public static JsonElement Vectors { get; } = Open("vectors.json").GetProperty("vectors");

    public static JsonElement Errors { get; } = Open("errors.json").GetProperty("rows");

    private static JsonElement Open(string name, [CallerFilePath] string here = "") =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, name)));
}
