using Orchestrator.Core.Credentials;
using Xunit;

namespace Orchestrator.Core.Tests.Credentials;

public sealed class NewCredentialTests
{
    private const string Account = "AC0123456789abcdef0123456789abcdef";
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("+12025550123")]
    [InlineData(" +1 202 555 0123 ")]
    [InlineData("+1 (202) 555-0123")]
    [InlineData("+1.202.555.0123")]
    public void Complete_SenderAsTheConsoleShowsIt_IsTaken(string from) =>
        Assert.Equal("+12025550123", new NewCredential(Account, null, null, Token, from, null).Complete(null).Value.From);

    [Theory]
    [InlineData("(202) 555-0123")]
    [InlineData("2025550123")]
    [InlineData("+1 202 555 0123 x5")]
    [InlineData("+")]
    public void Complete_SenderWithoutItsCountry_IsRefusedInWords(string from) =>
        Assert.Contains("with + and the country code", new NewCredential(Account, null, null, Token, from, null).Complete(null).Refusal.Why, StringComparison.Ordinal);
}
