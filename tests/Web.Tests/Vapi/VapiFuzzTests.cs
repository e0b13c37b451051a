using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.Extensions.Logging;
using Orchestrator.Web.Vapi.Authentication;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed partial class VapiFuzzTests
{
    private const int Bodies = 5_000;

    private static readonly JsonNode?[] OddValues =
    [
        null, true, 0, -1, 1e308, "", " ", "\0", "{{ hold_id }}", "null", "\r\n\u2028", "'; drop table booking; --", new string('x', 3_000),
        new JsonArray(), new JsonObject(), new JsonArray(1, "a", null), "tool-calls", "end-of-call-report",
    ];

    private static readonly string[] Seeds = [.. SharedBodies(), .. OwnBodies()];

    private static readonly Gen<byte[]> Mutated =
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Int[0, int.MaxValue].Array[1, 6], Gen.Int[0, 9])
            .Select((seed, choices, kind) => Mutate(Seeds[seed], choices, kind));

    [Fact]
    public async Task Post_MutatedMessages_NeverFail()
    {
        await using var host = await VapiHost.StartAsync();

        await Mutated.SampleAsync(
            async body =>
            {
                var answer = await host.PostAsync(body, ("X-Vapi-Secret", FakeVoiceCredentials.SecretA));
                Assert.True(
                    answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden,
                    $"{answer.Status} for {Convert.ToBase64String(body)}");
                if (answer.Status is HttpStatusCode.OK)
                    CheckAnswer(answer);
            },
            iter: Bodies,
            threads: 2);

        Assert.DoesNotContain(host.Log.Lines, line => line.Level >= LogLevel.Error);
        Assert.InRange(host.Metrics.Messages.Count, Bodies / 3, Bodies);
    }

    [Fact]
    public void Read_HintOfAMutatedBody_NeverThrows() => Mutated.Sample(body => _ = SignerHint.Read(body), iter: Bodies, threads: 2);

    [Fact]
    public async Task Post_EverySharedCase_IsAnsweredInItsShape()
    {
        Assert.SkipUnless(SharedCases.Folder is not null, "The shared payload cases are not beside the repository.");
        await using var host = await VapiHost.StartAsync();
        var index = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(SharedCases.Folder!, "index.json"), TestContext.Current.CancellationToken))!;

        foreach (var one in index["cases"]!.AsArray())
        {
            var secret = (string?)one!["tenant"] == "B" ? FakeVoiceCredentials.SecretB : FakeVoiceCredentials.SecretA;
            var body = Expand(await File.ReadAllTextAsync(Path.Combine(SharedCases.Folder!, (string)one["file"]!), TestContext.Current.CancellationToken));

            var answer = await host.PostAsync(body, ("X-Vapi-Secret", secret));

            var shape = (string?)one["expect"]!["shape"];
            Assert.True((int)answer.Status < 500, (string?)one["id"]);
            if (shape == "ack")
                Assert.Equal("{}", answer.Text);
            else if (shape == "toolResults")
                Assert.Equal(one["expect"]!["ids"]!.AsArray().Select(id => Expand((string)id!)), answer.Results.Select(entry => entry.GetProperty("toolCallId").GetString()));
        }
    }

    private static void CheckAnswer(VapiAnswer answer)
    {
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal(JsonValueKind.Object, answer.Json.ValueKind);
        if (!answer.Json.TryGetProperty("results", out _))
            return;
        for (var index = 0; index < answer.Results.Length; index++)
        {
            var entry = answer.Results[index];
            Assert.Equal(3, entry.EnumerateObject().Count());
            Assert.NotEmpty(entry.GetProperty("toolCallId").GetString()!);
            Assert.NotNull(entry.GetProperty("name").GetString());
            Assert.NotEmpty(answer.Code(index));
        }
    }

    private static byte[] Mutate(string seed, int[] choices, int kind)
    {
        if (kind > 1)
        {
            var root = JsonNode.Parse(seed)!;
            foreach (var choice in choices)
                Replace(root, choice);
            return Encoding.UTF8.GetBytes(root.ToJsonString());
        }

        var bytes = Encoding.UTF8.GetBytes(seed);
        foreach (var choice in choices)
        {
            if (kind == 0)
                bytes[choice % bytes.Length] = (byte)(choice >> 8);
            else
                bytes = bytes[..Math.Max(1, choice % bytes.Length)];
        }

        return bytes;
    }

    /// <summary>Puts an odd value, a copy of another part or nothing in one place of the message.</summary>
    private static void Replace(JsonNode root, int choice)
    {
        var places = Places(root).ToList();
        if (places.Count == 0)
            return;
        var (parent, key) = places[choice % places.Count];
        var spread = choice / places.Count;
        var value = spread % 5 == 0 ? Other(root, places, spread) : OddValues[spread % OddValues.Length]?.DeepClone();
        if (parent is JsonObject holder)
        {
            if (spread % 7 == 0)
                holder.Remove((string)key);
            else
                holder[(string)key] = value;
        }
        else
        {
            ((JsonArray)parent)[(int)key] = value;
        }
    }

    private static JsonNode? Other(JsonNode root, List<(JsonNode Parent, object Key)> places, int choice)
    {
        var (parent, key) = places[choice % places.Count];
        var found = parent is JsonObject holder ? holder[(string)key] : parent[(int)key];
        return ReferenceEquals(found, root) || found?.ToJsonString().Length > 3_000 ? null : found?.DeepClone();
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node)
    {
        switch (node)
        {
            case JsonObject holder:
                foreach (var (key, value) in holder.ToList())
                {
                    yield return (holder, key);
                    foreach (var place in value is null ? [] : Places(value))
                        yield return place;
                }

                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    yield return (list, index);
                    foreach (var place in list[index] is { } value ? Places(value) : [])
                        yield return place;
                }

                break;
        }
    }

    private static IEnumerable<string> OwnBodies()
    {
        foreach (var type in new[] { "tool-calls", "assistant-request", "status-update", "end-of-call-report", "hang", "transfer-destination-request" })
        {
            var message = VapiPayload.Message(type);
            message["status"] = "ended";
            message["endedAt"] = "2026-11-22T10:03:55.000Z";
            message["toolCallList"] = new JsonArray(VapiPayload.Call("a"), VapiPayload.Call("b", "claim_slot", "{\"start\":\"friday\"}"));
            message["toolCalls"] = new JsonArray(VapiPayload.Call("a"));
            message["toolWithToolCallList"] = new JsonArray(new JsonObject { ["toolCall"] = VapiPayload.Call("c") });
            yield return VapiPayload.Wrap(message);
        }
    }

    private static IEnumerable<string> SharedBodies() => SharedCases.Folder is null
        ? []
        : Directory.EnumerateFiles(SharedCases.Folder, "s*.json").Select(file => Expand(File.ReadAllText(file)));

    private static string Expand(string text) => Tokens().Replace(
        text.Replace("\"${epochms}\"", "1790000000000", StringComparison.Ordinal),
        token => token.Groups[1].Value switch
        {
            "run8" => "0a1b2c3d",
            "run12" => "0a1b2c3d4e5f",
            "iso" => "2026-11-22T10:00:00.000Z",
            "year" => "2026",
            "dow" => "Monday",
            "cap" => "01981001-7c31-7aa0-9f10-0a1b2c3d4e5f",
            _ => "2026-11-23",
        });

    [GeneratedRegex(@"\$\{(\w+)(?::[^}]*)?\}")]
    private static partial Regex Tokens();
}
