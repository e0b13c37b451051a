using CsCheck;
using Orchestrator.Core.Messaging;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging;

public sealed class SmsStatusOrderTests
{
    private static readonly Gen<SmsStatus> s_status = Gen.Int[0, (int)SmsStatus.Failed].Select(rank => (SmsStatus)rank);

    [Fact]
    public void Supersedes_AnyReportsInAnyOrder_OnlyMovesForwardAndKeepsTheFirstFinal()
    {
        s_status.Array[0, 20].Sample(reports =>
        {
            SmsStatus? known = null;
            foreach (var report in reports)
            {
                var before = known;
                if (report.Supersedes(known))
                    known = report;
                if (before is { } earlier && (known!.Value.Rank() < earlier.Rank() || (earlier.IsFinal() && known != earlier)))
                    return false;
            }

            var firstFinal = reports.Where(report => report.IsFinal()).Cast<SmsStatus?>().FirstOrDefault();
            return firstFinal is null ? reports.Length == 0 || known == reports.Max() : known == firstFinal;
        });
    }

    [Fact]
    public void Rank_FinalOnes_AreEqual() =>
        Assert.Equal([0, 1, 2, 3, 4, 4, 4], Enum.GetValues<SmsStatus>().Select(status => status.Rank()));
}
