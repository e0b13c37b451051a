namespace Orchestrator.Core.Exports;

public enum ExportFormat
{
    Csv,
    Json,
}
