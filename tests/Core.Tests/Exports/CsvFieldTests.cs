using Orchestrator.Core.Exports;
using Xunit;

namespace Orchestrator.Core.Tests.Exports;

public sealed class CsvFieldTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+447700900123", "\"'+447700900123\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =cmd|' /C calc'!A0", "\"'  =cmd|' /C calc'!A0\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("say \"hi\", now", "\"say \"\"hi\"\", now\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("2026-11-22T09:00:00Z", "2026-11-22T09:00:00Z")]
    [InlineData("Ada Byron", "Ada Byron")]
    [InlineData(null, "")]
    public void Write_AnyText_IsOneFieldAndNoFormula(string? value, string expected)
    {
        var field = CsvField.Write(value);

        Assert.Equal(expected, field);
    }
}
