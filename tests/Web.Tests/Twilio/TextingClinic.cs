using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>One clinic of a <see cref="TextingHost"/>, rung through the webhook.</summary>
internal sealed class TextingClinic(TextingHost host, OrgId org, string slug, StandInAccount account)
{
    private static int s_calls;

    public OrgId Org => org;

    public string Slug => slug;

    public StandInAccount Account => account;

    public string Secret => $"secret-of-{slug}-0123456789abcdef";

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

    public async Task<string> PostAsync(string call, string tool, object arguments, string? own = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/vapi/webhook")
        {
            Headers = { { "X-Vapi-Secret", Secret } },
            Content = JsonContent.Create(new
            {
                message = new
                {
                    type = "tool-calls",
                    call = new { id = call, type = "inboundPhoneCall", customer = own is null ? null : new { number = own } },
                    toolCallList = new[] { new { id = $"tc-{Guid.NewGuid():N}", type = "function", function = new { name = tool, arguments } } },
                },
            }),
        };
        using var response = await host.Http.SendAsync(request, Ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>The newest text that went out for the clinic.</summary>
    public StandInMessage LastText() => host.Twilio.Messages.Last(message => message.Account == account);

    public Task<string> StateOfAsync(StandInMessage text) =>
        host.ScalarAsync<string>(org, $"select concat_ws(' ', state, provider_status, error_code) from sms_message where id = '{text.StatusCallback!.Split('/')[^1]}'");

    /// <summary>A new token is in use, and the version with the old one is retiring.</summary>
    public async Task<string> RotateTokenAsync()
    {
        var token = account.Secondary = $"{Guid.NewGuid():N}";
        var context = new OrgContext(org, Actor.Operator("test"));
        var draft = await host.Get<CredentialDrafts>().PasteAsync(context, new NewCredential(null, null, null, token, null, null), "a test", Ct);
        Assert.True(draft.IsSuccess, draft.IsSuccess ? "" : draft.Refusal.ToString());
        Assert.True((await host.Get<CredentialTests>().TestAsync(context, draft.Value, Ct)).IsSuccess);
        Assert.True((await host.Get<CredentialSwitch>().ActivateAsync(context, draft.Value, "a test", Ct)).IsSuccess);
        return token;
    }
}
