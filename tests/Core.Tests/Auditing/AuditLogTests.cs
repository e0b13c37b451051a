using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Exports;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Auditing;

public sealed class AuditLogTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_ByActorActionAndSubject_Narrows()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (manager, auditor) = (desk.Somebody(StaffRole.Manager), desk.Somebody(StaffRole.Auditor));
        var (_, first) = await desk.HoldAsync(0);
        await desk.HoldAsync(1);
        await desk.Holds.ReleaseAsync(manager, first, Ct);

        async Task<List<long>> SeqsAsync(AuditFilter filter) => [.. (await desk.Audit.FindAsync(auditor, filter, null, Ct)).Rows.Select(row => row.Seq)];

        Assert.Equal(new List<long> { 3, 2, 1 }, await SeqsAsync(new AuditFilter()));
        Assert.Equal(new List<long> { 3 }, await SeqsAsync(new AuditFilter { Actor = "staff:" }));
        Assert.Equal(new List<long> { 2, 1 }, await SeqsAsync(new AuditFilter { Action = "hold.claimed" }));
        Assert.Equal(new List<long> { 3, 1 }, await SeqsAsync(new AuditFilter { Subject = first.Id.ToString() }));
        Assert.Equal(new List<long> { 3 }, await SeqsAsync(new AuditFilter { Outcome = "by_staff" }));
    }

    [Fact]
    public async Task FindAsync_Receptionist_MayNot()
    {
        var desk = await TestDesk.OpenAsync(database);

        await Assert.ThrowsAsync<StaffAccessException>(() => desk.Audit.FindAsync(desk.Somebody(StaffRole.Receptionist), new AuditFilter(), null, Ct));
    }

    [Fact]
    public async Task VerifyAsync_WholeChain_ReportsProgressToItsEnd()
    {
        var desk = await TestDesk.OpenAsync(database);
        await desk.HoldAsync(0);
        await desk.HoldAsync(1);
        var progress = new Reports();

        var proof = await desk.Audit.VerifyAsync(desk.Somebody(StaffRole.Auditor), progress, Ct);

        Assert.Equal(2, proof.Value.Rows);
        Assert.Equal(new AuditProgress(2, 2), progress.Last);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    public async Task WriteAsync_FilteredRows_FileNamesItsRowsAndHashAndTheChainRemembersThem(ExportFormat format)
    {
        var desk = await TestDesk.OpenAsync(database);
        var auditor = desk.Somebody(StaffRole.Auditor);
        var (_, hold) = await desk.HoldAsync(0);
        await desk.HoldAsync(1);
        using var file = new MemoryStream();

        var receipt = await desk.AuditExport.WriteAsync(auditor, new AuditFilter { Subject = hold.Id.ToString() }, format, file, Ct);

        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Equal(1, receipt.Rows);
        Assert.Contains(receipt.Sha256, text, StringComparison.Ordinal);
        Assert.Equal(receipt.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HashedPart(text, format)))));
        var rows = (await desk.Audit.FindAsync(auditor, new AuditFilter { Action = "audit.exported" }, null, Ct)).Rows;
        Assert.Equal(["ok", "begun"], rows.Select(row => row.Outcome));
        Assert.EndsWith($"by subject, rows 1, sha256 {receipt.Sha256}", rows[0].Detail, StringComparison.Ordinal);
        if (format == ExportFormat.Json)
            Assert.Equal(hold.Id.ToString(), JsonDocument.Parse(text).RootElement.GetProperty("rows")[0].GetProperty("subject").GetString());
    }

    private static string HashedPart(string text, ExportFormat format) => format == ExportFormat.Csv
        ? text[..text.IndexOf("# rows", StringComparison.Ordinal)]
        : text[(text.IndexOf('[', StringComparison.Ordinal) + 1)..text.LastIndexOf(']')];

    private sealed class Reports : IProgress<AuditProgress>
    {
        public AuditProgress? Last { get; private set; }

        public void Report(AuditProgress value) => Last = value;
    }
}
