using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>What a caller hears of a text that Twilio refused, and what becomes of the held time when they hang up.</summary>
public sealed class RefusedTextsTests(TextingHost host) : IClassFixture<TextingHost>
{
    [Theory]
    [InlineData(400, 21211, "ASK_AGAIN", "does not seem right", "released")]
    [InlineData(400, 21614, "ASK_AGAIN", "cannot get texts", "released")]
    [InlineData(400, 21610, "ASK_AGAIN", "blocked on that number", "needs_staff")]
    [InlineData(400, 21408, "ESCALATE", "Our staff will confirm with you; your time is kept until", "needs_staff")]
    [InlineData(403, 70051, "ESCALATE", "Our staff will confirm with you; your time is kept until", "needs_staff")]
    [InlineData(400, 99998, "ESCALATE", "Our staff will confirm with you; your time is kept until", "needs_staff")]
    public async Task Refused_CallerIsToldWhatToDoAndAPromisedConfirmationOutlivesTheCall(int status, int code, string action, string says, string afterwards)
    {
        var clinic = await host.NewClinicAsync();
        var call = await clinic.HoldAsync();
        host.Twilio.React = post => post.Account == clinic.Account ? StandInReaction.Error(status, code) : StandInReaction.Normal;

        var answer = await clinic.SendAsync(call);
        await clinic.EndAsync(call);

        Assert.Equal(("otp_failed", action), (answer.GetProperty("code").GetString(), answer.GetProperty("action").GetString()));
        Assert.Contains(says, answer.GetProperty("say").GetString(), StringComparison.Ordinal);
        Assert.Equal(afterwards, await host.ScalarAsync<string>(clinic.Org, "select status from booking"));
    }

    [Fact]
    public async Task Refused_OptedOutAndAskedAgain_IsNotPostedAgain()
    {
        var clinic = await host.NewClinicAsync();
        var call = await clinic.HoldAsync();
        var posts = 0;
        host.Twilio.React = post =>
        {
            posts += post.Account == clinic.Account ? 1 : 0;
            return post.Account == clinic.Account ? StandInReaction.Error(400, 21610) : StandInReaction.Normal;
        };
        await clinic.SendAsync(call);

        var again = await clinic.SendAsync(call);

        Assert.Contains("blocked on that number", again.GetProperty("say").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, posts);
    }
}
