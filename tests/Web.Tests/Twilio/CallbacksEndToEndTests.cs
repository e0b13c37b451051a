using System.Diagnostics.Metrics;
using System.Net;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>From the webhook to the provider and back: the host as it is composed, nothing in between replaced.</summary>
public sealed class CallbacksEndToEndTests(TextingHost host) : IClassFixture<TextingHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delivered_SignedByTheClinicsToken_IsKnownAndOpenPagesAreTold()
    {
        var clinic = await host.NewClinicAsync();
        await clinic.SendAsync(await clinic.HoldAsync());
        var text = clinic.LastText();
        var told = new TaskCompletionSource();
        using var page = host.Get<ActivityFeed>().Subscribe(clinic.Org, ActivityTopics.Codes, _ => told.TrySetResult());

        Assert.Equal(204, await host.Twilio.ReportAsync(text, "delivered"));

        Assert.Equal("delivered delivered", await clinic.StateOfAsync(text));
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
    }

    [Fact]
    public async Task Reports_ForgedForeignReplayedAndUnknown_AreTurnedAwayAndCounted()
    {
        var (ours, theirs) = (await host.NewClinicAsync(), await host.NewClinicAsync());
        await ours.SendAsync(await ours.HoldAsync());
        await theirs.SendAsync(await theirs.HoldAsync());
        var (text, other) = (ours.LastText(), theirs.LastText());
        using var counted = new Counted(host);
        var unknown = text.StatusCallback!.Replace(text.StatusCallback.Split('/')[^1], Guid.NewGuid().ToString(), StringComparison.Ordinal);

        var forged = await host.Twilio.ReportAsync(text, "delivered", token: "guessed");
        var foreign = await host.Twilio.ReportAsync(text, "delivered", token: theirs.Account.Token);
        // A genuine report of another text, sent on to this one's address: signed for the other.
        var moved = await host.Twilio.ReportAsync(other, "delivered", url: text.StatusCallback, token: theirs.Account.Token);
        // Signed well, about a message that is not this dispatch's.
        var mixed = await host.Twilio.ReportAsync(other, "delivered", url: text.StatusCallback, token: ours.Account.Token);
        var nowhere = await host.Twilio.ReportAsync(text, "delivered", url: unknown);

        Assert.Equal([403, 403, 403, 403, 404], [forged, foreign, moved, mixed, nowhere]);
        Assert.Equal("accepted queued", await ours.StateOfAsync(text));
        Assert.Equal(["bad_signature", "bad_signature", "bad_signature", "foreign_message", "unknown_dispatch"], counted.Outcomes);
    }

    [Fact]
    public async Task Report_Replayed_ChangesNothingAndIsCountedAsKnown()
    {
        var clinic = await host.NewClinicAsync();
        await clinic.SendAsync(await clinic.HoldAsync());
        var text = clinic.LastText();
        await host.Twilio.ReportAsync(text, "undelivered", 30003);
        using var counted = new Counted(host);

        foreach (var word in (string[])["undelivered", "delivered", "sent"])
            Assert.Equal(204, await host.Twilio.ReportAsync(text, word));

        Assert.Equal("undelivered undelivered 30003", await clinic.StateOfAsync(text));
        Assert.Equal(["known", "known", "known"], counted.Outcomes);
    }

    [Fact]
    public async Task Report_ComesBeforeTheAnswer_IsKeptAndTheCallerIsToldTheTruth()
    {
        var clinic = await host.NewClinicAsync();
        var call = await clinic.HoldAsync();
        var reported = 0;
        host.Twilio.Taken = async message => reported = message.Account == clinic.Account ? await host.Twilio.ReportAsync(message, "delivered") : reported;

        var answer = await clinic.SendAsync(call);

        host.Twilio.Taken = null;
        Assert.Equal(204, reported);
        Assert.Equal("otp_sent", answer.GetProperty("code").GetString());
        Assert.Equal("delivered delivered", await clinic.StateOfAsync(clinic.LastText()));
    }

    [Fact]
    public async Task Undelivered_WhereAnotherTextIsNoUse_PutsTheHoldBeforeStaff()
    {
        var clinic = await host.NewClinicAsync();
        await clinic.SendAsync(await clinic.HoldAsync());

        await host.Twilio.ReportAsync(clinic.LastText(), "undelivered", 30034);

        Assert.Equal("needs_staff", await host.ScalarAsync<string>(clinic.Org, "select status from booking"));
    }

    [Fact]
    public async Task LostAnswer_TextWentOut_IsFoundByAsking()
    {
        var clinic = await host.NewClinicAsync();
        var call = await clinic.HoldAsync();
        host.Twilio.React = post => post.Account == clinic.Account ? StandInReaction.ResetProcessed : StandInReaction.Normal;
        var answer = await clinic.SendAsync(call);
        var text = clinic.LastText();
        text.Status = "delivered";
        await host.ScalarAsync<object>(clinic.Org, "with t as (update otp_dispatch set checked_at = app_now() - interval '1 minute' returning 1) select count(*) from t");

        await host.Get<DispatchReconciler>().RunOnceAsync(Ct);

        Assert.Equal("otp_pending", answer.GetProperty("code").GetString());
        Assert.Equal("delivered delivered", await clinic.StateOfAsync(text));
    }

    [Fact]
    public async Task PreviousToken_WhileItsVersionRetires_IsStillBelieved()
    {
        var clinic = await host.NewClinicAsync();
        await clinic.SendAsync(await clinic.HoldAsync());
        var text = clinic.LastText();
        var old = clinic.Account.Token;
        var fresh = await clinic.RotateTokenAsync();

        Assert.Equal(204, await host.Twilio.ReportAsync(text, "sent", token: old));
        Assert.Equal(204, await host.Twilio.ReportAsync(text, "delivered", token: fresh));
        Assert.Equal("delivered delivered", await clinic.StateOfAsync(text));
    }

    [Fact]
    public async Task Callback_BodyWithoutASignature_IsForbiddenBeforeTheFormIsRead()
    {
        using var content = new StringContent("nonsense");
        using var answer = await host.Http.PostAsync($"{StatusCallbackAddress.Path}/{Guid.NewGuid()}", content, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<string> _outcomes = [];

        public Counted(TextingHost host)
        {
            var meters = host.Get<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "orchestrator.status_callbacks" && instrument.Meter.Name == OrchestratorMetrics.MeterName && instrument.Meter.Scope == meters)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            {
                lock (_outcomes)
                    _outcomes.Add((string)tags[0].Value!);
            });
            _listener.Start();
        }

        public IReadOnlyList<string> Outcomes
        {
            get
            {
                lock (_outcomes)
                    return [.. _outcomes];
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
