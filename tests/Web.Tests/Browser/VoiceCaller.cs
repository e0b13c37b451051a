using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orchestrator.Web.Tests.Browser;

/// <summary>Calls of the demo clinic Harborview, as its voice platform would report them.</summary>
internal sealed partial class VoiceCaller : IDisposable
{
    private const string Secret = "conformance-secret-A-0123456789abcdef";

    private static int s_ids;

    private readonly HttpClient _http;
    private readonly object _call;

    private VoiceCaller(Uri address, string id)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("X-Vapi-Secret", Secret);
        Id = id;
        _call = new { id, type = "inboundPhoneCall", customer = new { number = Phone } };
    }

    public string Id { get; }

    /// <summary>Another for each caller, so that no ceiling on texts to one phone or for one caller stands between the tests.</summary>
    public string Phone { get; } = FormattableString.Invariant($"+1415555{2000 + Interlocked.Increment(ref s_ids)}");

    public static async Task<VoiceCaller> RingAsync(Uri address)
    {
        var caller = new VoiceCaller(address, $"browser-{Interlocked.Increment(ref s_ids)}-{Guid.NewGuid():N}");
        await caller.SendAsync(new { message = new { type = "status-update", status = "in-progress", call = caller._call } });
        return caller;
    }

    /// <summary>Holds the first free time of the coming days.</summary>
    public async Task<JsonElement> HoldAsync(string patient)
    {
        var free = await ToolAsync("check_availability", new { from = "tomorrow", to = "next friday", limit = 1 });
        return await ToolAsync("claim_slot", new { start = free.GetProperty("slots")[0].GetProperty("start").GetString(), patient_name = patient, patient_phone = Phone });
    }

    public Task<JsonElement> TextAsync() => ToolAsync("send_otp", new { });

    public Task<JsonElement> GuessAsync(string code) => ToolAsync("verify_otp", new { code });

    /// <summary>Reads the last text of the sandbox back.</summary>
    public async Task<JsonElement> ReadBackAsync()
    {
        var texts = await _http.GetFromJsonAsync<JsonElement>("/dev/sms");
        return await GuessAsync(Code().Match(texts[texts.GetArrayLength() - 1].GetProperty("body").GetString()!).Value);
    }

    /// <summary>To a person, and off the line.</summary>
    public async Task PassOnAsync()
    {
        await SendAsync(new { message = new { type = "status-update", status = "forwarding", destination = new { type = "number", number = "+14155550199" }, call = _call } });
        await SendAsync(new { message = new { type = "end-of-call-report", endedReason = "assistant-forwarded-call", call = _call, artifact = new { } } });
    }

    public Task HangUpAsync() =>
        SendAsync(new { message = new { type = "end-of-call-report", endedReason = "customer-ended-call", call = _call, artifact = new { } } });

    public async Task<JsonElement> ToolAsync(string name, object arguments)
    {
        var answer = await SendAsync(new
        {
            message = new
            {
                type = "tool-calls",
                call = _call,
                toolCallList = new[] { new { id = $"tc-{Interlocked.Increment(ref s_ids)}-{Guid.NewGuid():N}", type = "function", function = new { name, arguments } } },
            },
        });
        var result = JsonDocument.Parse(answer).RootElement.GetProperty("results")[0];
        return JsonDocument.Parse((result.TryGetProperty("result", out var good) ? good : result.GetProperty("error")).GetString()!).RootElement;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(object body)
    {
        using var response = await _http.PostAsJsonAsync("/api/vapi/webhook", body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Code();
}
