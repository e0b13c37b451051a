using System.Globalization;
using NodaTime;

namespace Orchestrator.Web.Components.Shared;

/// <summary>How far away an instant is, in the fewest words.</summary>
public static class RelativeWords
{
    /// <param name="distance">Positive is ahead, negative is past.</param>
    public static string Of(Duration distance)
    {
        var span = distance.ToTimeSpan();
        var (amount, unit) = span.Duration() switch
        {
            { TotalSeconds: < 5 } => (0, ""),
            { TotalSeconds: < 60 } near => ((int)near.TotalSeconds, "s"),
            { TotalMinutes: < 60 } near => ((int)near.TotalMinutes, "min"),
            { TotalHours: < 48 } near => ((int)near.TotalHours, "h"),
            var far => ((int)far.TotalDays, "days"),
        };
        if (amount == 0)
            return "just now";
        var text = string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
        return span > TimeSpan.Zero ? $"in {text}" : $"{text} ago";
    }
}
