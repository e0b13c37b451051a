using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class PortalSessionTests
{
    private static readonly DateTimeOffset s_nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void IsAlive_WithoutASignOfLife_EndsAfterFifteenMinutes()
    {
        var session = PortalSession.New(s_nine);

        Assert.True(PortalSession.IsAlive(session, s_nine.AddMinutes(14)));
        Assert.False(PortalSession.IsAlive(session, s_nine.AddMinutes(15)));
    }

    [Fact]
    public void IsAlive_WithSignsOfLife_EndsAfterEightHours()
    {
        var session = PortalSession.New(s_nine);
        for (var at = s_nine; at < s_nine.AddHours(9); at = at.AddMinutes(10))
            PortalSession.Touch(session, at);

        Assert.True(PortalSession.IsAlive(session, s_nine.AddHours(8).AddSeconds(-1)));
        Assert.False(PortalSession.IsAlive(session, s_nine.AddHours(8)));
    }

    [Fact]
    public void IsAlive_OfAForeignTicket_IsFalse() => Assert.False(PortalSession.IsAlive(new(), s_nine));
}
