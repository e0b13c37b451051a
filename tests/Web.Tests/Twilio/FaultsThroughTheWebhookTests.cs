using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>
/// Seven kinds of fault, a hundred texts each, from the voice webhook to the provider and back to what the caller hears. Few
/// texts per clinic, so that no breaker spares the provider the rest.
/// </summary>
public sealed class FaultsThroughTheWebhookTests(TextingHost host) : IClassFixture<TextingHost>
{
    private const int Clinics = 25;
    private const int TextsEach = 4;

    // What a caller waits for at most, and what this machine may add under a hundred at once.
    private static readonly TimeSpan s_promised = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_slack = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, (StandInReaction Reaction, string[] Codes)> s_faults = new()
    {
        ["500"] = (StandInReaction.Error(500, 20500), ["otp_pending"]),
        ["429"] = (StandInReaction.Error(429, 20429), ["otp_failed"]),
        ["reset"] = (StandInReaction.ResetProcessed, ["otp_pending"]),
        ["hang"] = (StandInReaction.Hang, ["otp_pending"]),
        ["garbage"] = (StandInReaction.Lie(200, "<<<not json>>>"), ["otp_pending"]),
        ["no sid"] = (StandInReaction.Lie(201, """{"status":"queued","num_segments":"1"}"""), ["otp_pending"]),
        ["duplicate sid"] = (StandInReaction.DuplicateSid, ["otp_sent"]),
    };

    public static TheoryData<string> FaultNames => [.. s_faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task SendOtp_HundredTextsIntoAFault_NoFalseSentNoDoubleAndAnAnswerInTime(string fault)
    {
        var clinics = new List<TextingClinic>();
        for (var i = 0; i < Clinics; i++)
            clinics.Add(await host.NewClinicAsync(providers: 2));
        var calls = (await Task.WhenAll(clinics.Select(async clinic =>
        {
            var held = new List<(TextingClinic Clinic, string Call)>();
            for (var i = 0; i < TextsEach; i++)
                held.Add((clinic, await clinic.HoldAsync()));
            return held;
        }))).SelectMany(held => held).ToList();
        var accounts = clinics.Select(clinic => clinic.Account).ToHashSet();
        host.Twilio.React = post => accounts.Contains(post.Account) ? s_faults[fault].Reaction : StandInReaction.Normal;
        var answers = new ConcurrentBag<(string Code, TimeSpan Took)>();

        await Task.WhenAll(calls.Select(async one =>
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await one.Clinic.SendAsync(one.Call);
            answers.Add((answer.GetProperty("code").GetString()!, Stopwatch.GetElapsedTime(started)));
        }));

        host.Twilio.React = _ => StandInReaction.Normal;
        var slowest = answers.Max(answer => answer.Took);
        var doubles = host.Twilio.Messages.Where(message => accounts.Contains(message.Account)).GroupBy(message => message.Form["To"]).Count(group => group.Count() > 1);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{fault}: {string.Join(", ", answers.GroupBy(answer => answer.Code).Select(group => $"{group.Key} {group.Count()}"))}; slowest {slowest.TotalMilliseconds:F0} ms; doubles {doubles}");
        Assert.Equal(Clinics * TextsEach, answers.Count);
        Assert.All(answers, answer => Assert.Contains(answer.Code, s_faults[fault].Codes));
        Assert.Equal(0, doubles);
        Assert.True(slowest < s_promised + s_slack, $"The slowest answer took {slowest}.");
        foreach (var clinic in clinics)
            Assert.Equal(0, await host.ScalarAsync<long>(clinic.Org, "select count(*) from otp_dispatch where state in ('accepted', 'delivered') and coalesce(provider_message_sid, '') = ''"));
    }
}
