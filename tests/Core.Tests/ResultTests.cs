using Xunit;

namespace Orchestrator.Core.Tests;

public sealed class ResultTests
{
    [Fact]
    public void TryGet_Refused_GivesTheRefusalOnly()
    {
        Result<string, int> result = 7;

        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Equal(7, refusal);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }
}
