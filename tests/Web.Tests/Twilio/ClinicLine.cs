using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>A clinic's voice agent, as it reaches one instance through the webhook.</summary>
internal class ClinicLine(HttpClient http, string secret)
{
    private static int s_calls;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string NewPhone() => FormattableString.Invariant($"+4477009{Interlocked.Increment(ref s_calls) + 10_000:00000}");

    /// <summary>A call that holds a time of its own.</summary>
    public async Task<string> HoldAsync(string? phone = null, string? patient = null)
    {
        var number = Interlocked.Increment(ref s_calls);
        var call = $"texting-{number}-{Guid.NewGuid():N}";
        // Far enough ahead that no clock is near, and a day of its own per 140 calls.
        var start = new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero).AddDays(number / 140).AddMinutes(number % 140 * 10);
        start = start < TimeProvider.System.GetUtcNow() ? start.AddDays(28) : start;
        var held = await ToolAsync(call, "claim_slot", new
        {
            start = start.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), patient_name = patient ?? "Ada Lovelace", patient_phone = phone ?? NewPhone(),
        });
        Assert.Equal("held", held.GetProperty("code").GetString());
        return call;
    }

    public Task<JsonElement> SendAsync(string call, string? own = null) => ToolAsync(call, "send_otp", new { }, own);

    /// <summary>The tool's answer as the agent gets it.</summary>
    public async Task<JsonElement> ToolAsync(string call, string tool, object arguments, string? own = null)
    {
        var answer = await PostAsync(call, tool, arguments, own);
        var result = JsonDocument.Parse(answer).RootElement.GetProperty("results")[0];
        return JsonDocument.Parse((result.TryGetProperty("result", out var good) ? good : result.GetProperty("error")).GetString()!).RootElement;
    }

    public Task<string> PostAsync(string call, string tool, object arguments, string? own = null) => PostAsync(new
    {
        type = "tool-calls",
        call = new { id = call, type = "inboundPhoneCall", customer = own is null ? null : new { number = own } },
        toolCallList = new[] { new { id = $"tc-{Guid.NewGuid():N}", type = "function", function = new { name = tool, arguments } } },
    });

    /// <summary>The caller hangs up.</summary>
    public Task EndAsync(string call) =>
        PostAsync(new { type = "end-of-call-report", call = new { id = call, type = "inboundPhoneCall" }, endedReason = "customer-ended-call" });

    private async Task<string> PostAsync(object message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/vapi/webhook")
        {
            Headers = { { "X-Vapi-Secret", secret } },
            Content = JsonContent.Create(new { message }),
        };
        using var response = await http.SendAsync(request, Ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(Ct);
    }
}
