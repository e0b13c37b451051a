using System.Diagnostics;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>Many callers guess at once; a challenge never evaluates more than its attempts.</summary>
/// <remarks>
/// What that is worth: a challenge has at most 3 texts (<c>maxSends</c>), so at most 3 live codes of 10^6, and at most 5
/// evaluated guesses (<c>maxAttempts</c>, not renewed by a resend). Codes are drawn independently and evenly, so a guess matches
/// one of k live codes with probability at most k / 10^6; the union over the guesses gives 5 · 3 / 10^6 = 1.5e-5 per challenge,
/// whichever guesses are made and in whatever order.
/// </remarks>
public sealed class GuessRaceTests(TestDatabase database, ITestOutputHelper output)
{
    private const int Callers = 64;
    private const int Guesses = 10_000;
    private const int Challenges = 20;

    [Fact]
    public async Task VerifyAsync_SixtyFourCallersTenThousandGuesses_EvaluatesAtMostMaxAttemptsPerChallenge()
    {
        var targets = await Task.WhenAll(Enumerable.Range(0, Challenges).Select(async _ =>
        {
            var bench = await CodeBench.CreateAsync(database);
            var held = await bench.HoldAsync();
            await bench.SendAsync(held);
            return (Bench: bench, Held: held, Wrong: CodeBench.WrongFor(bench.Gateway.LastCode));
        }));
        var next = -1;
        var right = 0;
        var started = Stopwatch.GetTimestamp();

        await Race.AtOnceAsync(Callers, async _ =>
        {
            for (var guess = Interlocked.Increment(ref next); guess < Guesses; guess = Interlocked.Increment(ref next))
            {
                var target = targets[guess % Challenges];
                if ((await target.Bench.VerifyAsync(target.Held, target.Wrong)).IsSuccess)
                    Interlocked.Increment(ref right);
            }
            return true;
        });

        var evaluated = new List<long>();
        foreach (var target in targets)
        {
            evaluated.Add(await database.ScalarAsync<long>(target.Bench.Org, "select count(*) from audit_event where action = 'code.verified' and detail like 'attempt %'"));
            Assert.Equal("locked 5/5 sends=1 macs=0", await target.Bench.ChallengeAsync(target.Held));
        }
        output.WriteLine($"{Guesses} guesses by {Callers} callers on {Challenges} challenges in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s: at most {evaluated.Max()} evaluated per challenge, {right} confirmed.");
        Assert.Equal(0, right);
        Assert.All(evaluated, count => Assert.InRange(count, 1, CodeBench.Policy.MaxAttempts));
    }
}
