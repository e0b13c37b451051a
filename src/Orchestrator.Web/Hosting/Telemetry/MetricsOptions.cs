using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Web.Hosting.Telemetry;

/// <summary>Who may read /metrics from elsewhere than this machine.</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>The bearer token of the scraper; without one only this machine may read.</summary>
    [MinLength(16, ErrorMessage = "must have at least 16 characters")]
    public string? Token { get; set; }
}
