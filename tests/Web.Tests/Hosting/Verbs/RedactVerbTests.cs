using System.Text;
using System.Text.Json;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Verbs;

public sealed class RedactVerbTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Redact_BadLineAmongGoodOnes_RedactsTheOthersAndIsRefused()
    {
        var (exit, output, error, made) = await RunAsync(
            "{\"id\":1,\"text\":\"my number is 07700 900123\"}\nnonsense\n{\"id\":2,\"text\":\"\\ud83d ask Hollis\",\"known\":[\"Rebecca Hollis\"],\"other\":{}}", "redact");

        Assert.Equal(1, exit);
        Assert.StartsWith("Line 2: not JSON", error, StringComparison.Ordinal);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["my number is [PHONE_1]", "\uFFFD ask [PERSON_1]"], lines.Select(line => line.GetProperty("redacted").GetString()));
        Assert.Equal((6, 12), (lines[1].GetProperty("spans")[0].GetProperty("start").GetInt32(), lines[1].GetProperty("spans")[0].GetProperty("end").GetInt32()));
        Assert.False(made, "It made the data folder of a private server.");
    }

    [Fact]
    public async Task Redact_NamedPolicy_AppliesIt()
    {
        var (exit, output, error, _) = await RunAsync("{\"id\":1,\"text\":\"my number is 07700 900123, card 4242 4242 4242 4242\"}\n", "redact", "--policy", "pci");

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("my number is 07700 900123, card [CARD_1]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redact_UnknownPolicy_IsAUsageError()
    {
        var (exit, output, error, _) = await RunAsync("", "redact", "--policy", "everything");

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("hipaa-safe-harbor", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error, bool MadeAServer)> RunAsync(string input, params string[] arguments)
    {
        var folder = TestPostgres.NewFolder();
        using var process = OrchestratorProcess.Start(folder, "Production", arguments);
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var error = process.StandardError.ReadToEndAsync(Ct);
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input), Ct);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await error, Directory.Exists(folder));
    }
}
