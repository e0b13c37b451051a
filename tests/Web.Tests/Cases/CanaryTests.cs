using System.Net.Http.Json;
using System.Text;
using Npgsql;
using Orchestrator.Web.Tests.Hosting;
using Orchestrator.Web.Tests.Hosting.Verbs;
using Xunit;

namespace Orchestrator.Web.Tests.Cases;

/// <summary>
/// Planted values through every kind of message of the webhook; afterwards none of them may be in the database, but where
/// the product keeps what it needs on purpose, and none in the log.
/// </summary>
public sealed class CanaryTests
{
    private const string Secret = "conformance-secret-A-0123456789abcdef";

    private static readonly string[] s_canaries =
    [
        "Zelda", "Quexwright", "415 200 7919", "4152007919", "canary.planted@example.org", "4242 4242", "4242424242424242", "737373", "14 March 1988", "12 Quince Lane", "078-05-1120",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_PlantedValuesInEveryMessage_AreInNoTableAndNoLog()
    {
        var folder = TestPostgres.NewFolder();
        using var process = OrchestratorProcess.Start(folder, "Development");
        process.StandardInput.Close();
        var log = new StringBuilder();
        try
        {
            var address = await OrchestratorProcess.AddressAsync(process, Ct);
            var (output, error) = (DrainAsync(process.StandardOutput, log), DrainAsync(process.StandardError, log));
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            http.DefaultRequestHeaders.Add("X-Vapi-Secret", Secret);

            foreach (var message in Messages())
            {
                using var answer = await http.PostAsJsonAsync("/api/vapi/webhook", new { message }, Ct);
                Assert.True(answer.IsSuccessStatusCode, $"{message}: {answer.StatusCode}");
            }
            var rows = await DumpAsync(folder);

            Assert.Contains("canary-call", rows, StringComparison.Ordinal);
            Assert.Contains("[PERSON_1]", rows, StringComparison.Ordinal);
            Assert.All(s_canaries, canary => Assert.DoesNotContain(canary, rows, StringComparison.OrdinalIgnoreCase));

            using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]))
                await kill.WaitForExitAsync(Ct);
            await process.WaitForExitAsync(Ct);
            await Task.WhenAll(output, error);
            Assert.Contains("/api/vapi/webhook", log.ToString(), StringComparison.Ordinal);
            Assert.All(s_canaries, canary => Assert.DoesNotContain(canary, log.ToString(), StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<object> Messages()
    {
        var call = new { id = "canary-call", type = "inboundPhoneCall", customer = new { number = "+14152007919", name = "Zelda Quexwright" } };
        const string Said = "My name is Zelda Quexwright, born 14 March 1988, I live at 12 Quince Lane, my number is 415 200 7919 and my e-mail is canary.planted@example.org.";
        const string Paid = "The card is 4242 4242 4242 4242, the code you texted is 737373 and my social is 078-05-1120.";
        yield return new { type = "status-update", status = "in-progress", call, transcript = Said };
        yield return new { type = "conversation-update", call, conversation = new[] { new { role = "user", content = Said } }, messages = new[] { new { role = "user", message = Paid } } };
        yield return new { type = "transcript", role = "user", transcriptType = "final", transcript = Said + Paid, call };
        yield return new { type = "speech-update", status = "stopped", role = "user", call, artifact = new { transcript = Said } };
        yield return new { type = "model-output", output = Said, call };
        yield return new { type = "hang", call, note = Said };
        yield return new { type = "nobody-knows-this", text = Said + Paid, call };
        foreach (var (tool, arguments) in new (string, object)[]
                 {
                     ("check_availability", new { date = "My name is Zelda Quexwright", service = "card 4242 4242 4242 4242" }),
                     ("claim_slot", new { start = "not a time, 415 200 7919", patient_name = "Zelda Quexwright", patient_phone = "canary.planted@example.org" }),
                     ("verify_otp", new { hold_id = "12 Quince Lane", code = "737373" }),
                     ("send_otp", new { hold_id = "Zelda Quexwright" }),
                     ("my name is Zelda Quexwright", new { anything = "078-05-1120" }),
                 })
            yield return new { type = "tool-calls", call, toolCallList = new[] { new { id = $"canary-{tool.Length}", type = "function", function = new { name = tool, arguments } } } };
        yield return new
        {
            type = "end-of-call-report", call, endedReason = "customer said my number is 415 200 7919",
            summary = "Zelda Quexwright rang from 4152007919.",
            analysis = new { summary = "Zelda Quexwright paid with 4242 4242 4242 4242.", successEvaluation = "true", structuredData = new { patientName = "Zelda Quexwright", otp = "737373", dateOfBirth = "14 March 1988" } },
            artifact = new
            {
                recordingUrl = "https://recordings.example/zelda-quexwright.wav",
                transcript = $"AI: Who am I speaking to?\nUser: {Said}\nUser: {Paid}",
                messages = new object[]
                {
                    new { role = "bot", message = "Who am I speaking to?" }, new { role = "user", message = Said }, new { role = "user", message = Paid },
                    new { role = "tool_calls", toolCalls = new[] { new { function = new { name = "claim_slot", arguments = new { patient_name = "Zelda Quexwright" } } } } },
                },
                structuredOutputs = new { a = new { name = "Caller", result = new { email = "canary.planted@example.org", ssn = "078-05-1120", address = "12 Quince Lane" } } },
            },
        };
    }

    private static async Task DrainAsync(StreamReader reader, StringBuilder log)
    {
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (log)
                log.AppendLine(line);
        }
    }

    /// <summary>Every row of every table as text, as a superuser reads it.</summary>
    private static async Task<string> DumpAsync(string folder)
    {
        using var server = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "server.json"), Ct));
        var (port, password) = (server.RootElement.GetProperty("port").GetInt32(), server.RootElement.GetProperty("superuserPassword").GetString());
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=postgres;Password={password};Database=orchestrator");
        var tables = new List<string>();
        await using (var command = source.CreateCommand("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"))
        await using (var reader = await command.ExecuteReaderAsync(Ct))
        {
            while (await reader.ReadAsync(Ct))
                tables.Add(reader.GetString(0));
        }
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"select coalesce(string_agg(t::text, E'\\n'), '') from \"{table}\" t");
            text.AppendLine((string)(await command.ExecuteScalarAsync(Ct))!);
        }
        return text.ToString();
    }
}
