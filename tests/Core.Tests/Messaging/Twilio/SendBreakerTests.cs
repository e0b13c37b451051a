using Microsoft.Extensions.Time.Testing;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

public sealed class SendBreakerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void TryEnter_BelowTheThreshold_LetsPass()
    {
        var breaker = new SendBreaker(_time);

        Fail(breaker, SendBreaker.FailuresToOpen - 1);

        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void TryEnter_AfterFailuresInARow_SaysHowLongToWait()
    {
        var breaker = new SendBreaker(_time);
        Fail(breaker, SendBreaker.FailuresToOpen);
        _time.Advance(TimeSpan.FromSeconds(5));

        var isLet = breaker.TryEnter(out var wait);

        Assert.False(isLet);
        Assert.Equal(SendBreaker.OpenFor - TimeSpan.FromSeconds(5), wait);
    }

    [Fact]
    public void TryEnter_AfterTheOpenTime_LetsOneTry()
    {
        var breaker = new SendBreaker(_time);
        Fail(breaker, SendBreaker.FailuresToOpen);
        _time.Advance(SendBreaker.OpenFor);

        Assert.True(breaker.TryEnter(out _));
        Assert.False(breaker.TryEnter(out _));
    }

    [Fact]
    public void Leave_TrialFailed_OpensAgain()
    {
        var breaker = new SendBreaker(_time);
        Fail(breaker, SendBreaker.FailuresToOpen);
        _time.Advance(SendBreaker.OpenFor);

        Fail(breaker, 1);

        Assert.False(breaker.TryEnter(out var wait));
        Assert.Equal(SendBreaker.OpenFor, wait);
    }

    [Fact]
    public void Leave_TrialSucceeded_Closes()
    {
        var breaker = new SendBreaker(_time);
        Fail(breaker, SendBreaker.FailuresToOpen);
        _time.Advance(SendBreaker.OpenFor);
        Assert.True(breaker.TryEnter(out _));

        breaker.Leave(BreakerVerdict.Healthy);

        Fail(breaker, SendBreaker.FailuresToOpen - 1);
        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void Leave_TrialWithoutVerdict_FreesThePlace()
    {
        var breaker = new SendBreaker(_time);
        Fail(breaker, SendBreaker.FailuresToOpen);
        _time.Advance(SendBreaker.OpenFor);
        Assert.True(breaker.TryEnter(out _));

        breaker.Leave(BreakerVerdict.None);

        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void Leave_FailuresFarApart_AreForgotten()
    {
        var breaker = new SendBreaker(_time);
        Fail(breaker, SendBreaker.FailuresToOpen - 1);
        _time.Advance(SendBreaker.Memory + TimeSpan.FromSeconds(1));

        Fail(breaker, SendBreaker.FailuresToOpen - 1);

        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void For_AnotherCredential_IsAnotherBreaker()
    {
        var breakers = new SendBreakers(_time);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Fail(breakers.For(one), SendBreaker.FailuresToOpen);

        Assert.False(breakers.For(one).TryEnter(out _));
        Assert.True(breakers.For(other).TryEnter(out _));
    }

    private static void Fail(SendBreaker breaker, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(breaker.TryEnter(out _));
            breaker.Leave(BreakerVerdict.Failing);
        }
    }
}
