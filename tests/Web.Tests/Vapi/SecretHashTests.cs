using System.Security.Cryptography;
using System.Text;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class SecretHashTests
{
    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("gehëim")]
    public void Of_Secret_IsItsSha256(string secret)
    {
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(secret));

        Assert.Equal(expected, SecretHash.Of(secret).ToArray());
        Assert.True(SecretHash.TryFrom(expected, out var stored));
        Assert.Equal(stored, SecretHash.Of(secret));
        Assert.True(stored.FixedTimeEquals(SecretHash.Of(secret)));
        Assert.False(stored.FixedTimeEquals(SecretHash.Of(secret + "x")));
    }

    [Fact]
    public void Of_LongSecret_IsHashedWhole() =>
        Assert.Equal(SHA256.HashData(new byte[900].Select(_ => (byte)'a').ToArray()), SecretHash.Of(new string('a', 900)).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void TryFrom_OtherLength_IsRefused(int length) => Assert.False(SecretHash.TryFrom(new byte[length], out _));
}
