using System.Diagnostics.Metrics;

namespace Orchestrator.Core.Telemetry;

/// <summary>
/// What the product counts. Tags are of closed lists, never text that a caller chose: an open tag grows without end, and
/// could carry a patient's data.
/// </summary>
public sealed class OrchestratorMetrics
{
    public const string MeterName = "Orchestrator";

    /// <summary>A text that takes longer than this to hand over is slow: the caller waits on the line.</summary>
    public static readonly TimeSpan SlowText = TimeSpan.FromSeconds(2);

    // Seconds. A caller notices past one; Vapi waits no longer than ten.
    private static readonly double[] s_latencyBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.4, 0.6, 1, 2, 4, 8];

    private readonly Counter<long> _toolCalls;
    private readonly Histogram<double> _toolCallDuration;
    private readonly Counter<long> _webhooks;
    private readonly Histogram<double> _webhookDuration;
    private readonly Counter<long> _texts;
    private readonly Histogram<double> _textDuration;
    private readonly Counter<long> _slowTexts;
    private readonly Counter<long> _statusCallbacks;
    private readonly Counter<long> _jobs;
    private long _oldCredentials;
    private long _failingCredentials;

    public OrchestratorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        var latency = new InstrumentAdvice<double> { HistogramBucketBoundaries = s_latencyBounds };
        _toolCalls = meter.CreateCounter<long>("orchestrator.tool_calls", "{call}", "Voice tool calls answered, by tool and code.");
        _toolCallDuration = meter.CreateHistogram("orchestrator.tool_call.duration", "s", "Time in one voice tool.", advice: latency);
        _webhooks = meter.CreateCounter<long>("orchestrator.webhooks", "{message}", "Webhook messages, by type and outcome.");
        _webhookDuration = meter.CreateHistogram("orchestrator.webhook.duration", "s", "From the first byte of a webhook to its answer.", advice: latency);
        _texts = meter.CreateCounter<long>("orchestrator.texts", "{text}", "Texts handed to a provider, by outcome.");
        _textDuration = meter.CreateHistogram("orchestrator.text.duration", "s", "From handing a text over to its outcome.", advice: latency);
        _slowTexts = meter.CreateCounter<long>("orchestrator.texts.slow", "{text}", "Texts that took more than two seconds to hand over, by outcome.");
        _statusCallbacks = meter.CreateCounter<long>("orchestrator.status_callbacks", "{callback}", "Status callbacks about texts, by outcome.");
        meter.CreateObservableGauge("orchestrator.credentials.old", () => Volatile.Read(ref _oldCredentials), "{credential}", "Active credentials older than Credentials:RemindAfterDays.");
        meter.CreateObservableGauge("orchestrator.credentials.failing", () => Volatile.Read(ref _failingCredentials), "{credential}", "Active credentials that their provider refuses.");
        _jobs = meter.CreateCounter<long>("orchestrator.jobs", "{run}", "Runs of background jobs, by job and outcome.");
    }

    /// <param name="tool">A tool's name, or <c>unknown</c>.</param>
    /// <param name="code">The answer's code.</param>
    /// <param name="elapsed">Spent in the tool alone.</param>
    public void ToolCallAnswered(string tool, string code, TimeSpan elapsed)
    {
        _toolCalls.Add(1, new("tool", tool), new("code", code));
        _toolCallDuration.Record(elapsed.TotalSeconds, new("tool", tool), new KeyValuePair<string, object?>("code", code));
    }

    /// <param name="type">The message's type, or <c>other</c>.</param>
    /// <param name="elapsed">From the first byte of the request to the finished answer.</param>
    public void WebhookAnswered(string type, TimeSpan elapsed)
    {
        _webhooks.Add(1, new("type", type), new("outcome", "answered"));
        _webhookDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("type", type));
    }

    /// <param name="outcome">Why it was turned away, in lower case.</param>
    public void WebhookRejected(string outcome) => _webhooks.Add(1, new("type", "unverified"), new("outcome", outcome));

    /// <param name="outcome"><c>accepted</c>, <c>refused</c>, <c>not_sent</c> or <c>unknown</c>.</param>
    /// <param name="elapsed">With the repeat, where there was one.</param>
    public void TextSent(string outcome, TimeSpan elapsed)
    {
        _texts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        _textDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        if (elapsed > SlowText)
            _slowTexts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <param name="outcome">Of a closed list, in lower case.</param>
    public void StatusCallback(string outcome) => _statusCallbacks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>As the last look at all clinics found them.</summary>
    public void CredentialsSeen(int old, int failing)
    {
        Volatile.Write(ref _oldCredentials, old);
        Volatile.Write(ref _failingCredentials, failing);
    }

    /// <param name="job">A background job's name.</param>
    /// <param name="succeeded">Whether this run of it did.</param>
    public void JobRan(string job, bool succeeded) => _jobs.Add(1, new("job", job), new("outcome", succeeded ? "done" : "failed"));
}
