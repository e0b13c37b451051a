using Orchestrator.Web.Components.Desk;
using Xunit;

namespace Orchestrator.Web.Tests.Components;

public sealed class DeskQueryTests
{
    [Theory]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("9999-12-31", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("soon", null)]
    public void Calls_DayInTheAddress_IsReadOrLeftOut(string written, string? day)
    {
        var filter = DeskQuery.Calls(name => name == "to" ? written : null);

        Assert.Equal(day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, filter.To);
    }
}
