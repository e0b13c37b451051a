namespace Orchestrator.Core.Exports;

/// <summary>What an export held; the same figures stand in the file and in the audit row.</summary>
/// <param name="Rows">Data rows, without headings.</param>
/// <param name="Sha256">Over the bytes of the rows as <see cref="ExportFile"/> says, in lower-case hex.</param>
public sealed record ExportReceipt(long Rows, string Sha256);
