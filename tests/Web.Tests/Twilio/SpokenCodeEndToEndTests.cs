using System.Xml.Linq;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>A landline gets its code by a call, from the webhook to the spoken digits.</summary>
public sealed class SpokenCodeEndToEndTests(TextingHost host) : IClassFixture<TextingHost>
{
    [Fact]
    public async Task SendOtp_LandlineOfAClinicThatCalls_IsCalledAndTheSpokenCodeBooks()
    {
        var clinic = await host.NewClinicAsync("calling");
        var call = await clinic.HoldAsync("+442079460958");

        var sent = await clinic.SendAsync(call);

        var rung = Assert.Single(host.Twilio.Calls, one => one.Account == clinic.Account);
        Assert.Equal("otp_sent", sent.GetProperty("code").GetString());
        Assert.Contains("I am calling the number ending in 5 8", sent.GetProperty("say").GetString(), StringComparison.Ordinal);
        var says = XDocument.Parse(rung.Form["Twiml"]).Root!.Elements("Say").ToList();
        Assert.Equal(["en-GB", "en-GB"], says.Select(say => say.Attribute("language")!.Value));
        Assert.Equal(says[0].Value, says[1].Value);
        var code = string.Concat(says[0].Value.Where(char.IsAsciiDigit));
        Assert.Equal(6, code.Length);
        Assert.DoesNotContain(host.Twilio.Messages, message => message.Account == clinic.Account);

        Assert.Equal(204, await host.Twilio.ReportCallAsync(rung, "completed"));
        Assert.Equal("delivered delivered", await clinic.StateOfAsync(rung));
        Assert.Equal("verified", (await clinic.ToolAsync(call, "verify_otp", new { code })).GetProperty("code").GetString());
        Assert.DoesNotContain(code, host.Log.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendOtp_LandlineOfAnotherClinic_IsAskedForAMobile()
    {
        var clinic = await host.NewClinicAsync();
        var call = await clinic.HoldAsync("+442079460958");

        var answer = await clinic.SendAsync(call);

        Assert.Equal(("otp_failed", "ASK_AGAIN"), (answer.GetProperty("code").GetString(), answer.GetProperty("action").GetString()));
        Assert.DoesNotContain(host.Twilio.Messages, message => message.Account == clinic.Account);
        Assert.DoesNotContain(host.Twilio.Calls, one => one.Account == clinic.Account);
    }
}
