using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class PortalPathsTests
{
    [Theory]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("/harborview/holds?state=held", "/harborview/holds?state=held")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("\\\\elsewhere.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/elsewhere.example", "/")]
    [InlineData("harborview", "/")]
    [InlineData("/account/sign-in", "/")]
    public void Local_OfAnything_StaysHere(string? asked, string expected) => Assert.Equal(expected, PortalPaths.Local(asked));
}
