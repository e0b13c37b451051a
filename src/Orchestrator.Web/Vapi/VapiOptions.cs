using System.ComponentModel.DataAnnotations;

namespace Orchestrator.Web.Vapi;

/// <summary>Section <c>Vapi</c>.</summary>
public sealed class VapiOptions
{
    public const string Section = "Vapi";

    /// <summary>Tool messages per second that one organization may send before its tools answer "temporarily unavailable".</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; set; } = 5_000;

    /// <summary>Requests without a good credential that one address may send per minute before it is answered 429.</summary>
    [Range(1, 1_000_000)]
    public int UnverifiedPerMinute { get; set; } = 3_000;

    /// <summary>
    /// How long the tools of one message may take together. Below the exported tools' <c>timeoutSeconds</c> of 10, past
    /// which Vapi would drop every answer of the message.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ToolDeadline { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long other answers may take. An assistant is wanted within 7.5 s end to end.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan EventDeadline { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a body may take to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan BodyDeadline { get; set; } = TimeSpan.FromSeconds(5);
}
