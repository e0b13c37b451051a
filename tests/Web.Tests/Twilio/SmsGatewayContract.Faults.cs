using System.Collections.Concurrent;
using System.Diagnostics;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <content>A hundred texts into each kind of fault.</content>
public abstract partial class SmsGatewayContract
{
    private const int Texts = 100;

    public static TheoryData<string> FaultNames => [.. s_faults.Keys];

    private static readonly Dictionary<string, StandInReaction> s_faults = new()
    {
        ["500"] = StandInReaction.Error(500, 20500),
        ["429"] = StandInReaction.Error(429, 20429),
        ["reset"] = StandInReaction.ResetProcessed,
        ["hang"] = StandInReaction.Hang,
        ["garbage"] = StandInReaction.Lie(200, "<<<not json>>>"),
        ["no sid"] = StandInReaction.Lie(201, """{"status":"queued","num_segments":"1"}"""),
        ["duplicate sid"] = StandInReaction.DuplicateSid,
    };

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task SendAsync_HundredTextsIntoAFault_NeverClaimsOrRepeatsWrongly(string fault)
    {
        using var bench = Bench(options =>
        {
            options.ConnectTimeout = TimeSpan.FromSeconds(1);
            options.SendTimeout = fault == "hang" ? TimeSpan.FromSeconds(1) : options.SendTimeout;
        });
        var account = _twilio.AddAccount();
        _twilio.React = _ => s_faults[fault];
        var results = new ConcurrentBag<(Guid Dispatch, SmsSendResult Result, TimeSpan Elapsed)>();

        await Parallel.ForAsync(0, Texts, new ParallelOptions { MaxDegreeOfParallelism = fault == "hang" ? Texts : 8, CancellationToken = Ct }, async (_, ct) =>
        {
            var text = TwilioBench.Text();
            var started = Stopwatch.GetTimestamp();
            var result = await bench.Gateway.SendAsync(account.Credential(), text, ct);
            results.Add((text.DispatchId, result, Stopwatch.GetElapsedTime(started)));
        });

        var counts = string.Join(", ", results.GroupBy(one => one.Result.GetType().Name).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Count()}"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{fault}: {counts}; POSTs {_twilio.PostCount}, processed {_twilio.Messages.Count}, slowest {results.Max(one => one.Elapsed).TotalMilliseconds:F0} ms");
        Assert.Equal(Texts, results.Count);
        Assert.All(results, one => Assert.True(_twilio.ProcessedFor(one.Dispatch) <= 1));
        Assert.All(results, one => Assert.True(_twilio.Posts.GetValueOrDefault(one.Dispatch) <= (fault == "429" ? 2 : 1)));
        Assert.All(results, one => Assert.True(one.Elapsed < TimeSpan.FromSeconds(8)));
        if (fault == "duplicate sid")
            Assert.All(results, one => Assert.Contains(_twilio.Messages, message => message.Sid == (one.Result as SmsSendResult.Accepted)?.MessageId));
        else if (fault == "429")
            Assert.All(results, one => Assert.IsType<SmsSendResult.NotSent>(one.Result));
        else
            Assert.All(results, one => Assert.IsType<SmsSendResult.Unknown>(one.Result));
    }
}
