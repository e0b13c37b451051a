using System.Globalization;

namespace Orchestrator.Web.Hosting.Clock;

/// <summary>What only Development may do.</summary>
public sealed class DevelopmentOptions
{
    public const string Section = "Development";

    /// <summary>The instant at which the host's clock starts, such as 2026-03-02T09:00:00Z; it ticks on from there.</summary>
    public string? FixedClock { get; set; }

    public DateTimeOffset? FixedClockInstant =>
        !string.IsNullOrWhiteSpace(FixedClock) && HasOffset(FixedClock)
        && DateTimeOffset.TryParse(FixedClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;

    internal IEnumerable<string> Faults(IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(FixedClock))
            yield break;
        if (!environment.IsDevelopment())
            yield return "Development:FixedClock is refused outside Development.";
        else if (FixedClockInstant is null)
            yield return "Development:FixedClock must be an instant with its offset, such as 2026-03-02T09:00:00Z.";
    }

    // Without one it would mean another instant on every machine.
    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return time > 0 && (text.EndsWith('Z') || text.AsSpan(time).IndexOfAny('+', '-') > 0);
    }
}
