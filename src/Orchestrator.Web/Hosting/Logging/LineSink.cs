using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace Orchestrator.Web.Hosting.Logging;

/// <summary>Writes each event whole: formatted first, so that two threads' lines never mix.</summary>
internal sealed class LineSink(ITextFormatter format, TextWriter output, LogRedaction redaction) : ILogEventSink
{
    private readonly Lock _writing = new();

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        format.Format(Clean(logEvent), text);
        lock (_writing)
        {
            output.Write(text.ToString());
            output.Flush();
        }
    }

    /// <summary>Properties were redacted before; a message and an exception can only be replaced with the whole event.</summary>
    private LogEvent Clean(LogEvent logEvent)
    {
        var (message, exception) = (redaction.Redact(logEvent.MessageTemplate), redaction.Redact(logEvent.Exception));
        return message is null && exception is null ? logEvent : new LogEvent(
            logEvent.Timestamp, logEvent.Level, exception is null ? logEvent.Exception : new LoggedException(exception),
            message is null ? logEvent.MessageTemplate : new MessageTemplateParser().Parse(message),
            logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value)),
            logEvent.TraceId ?? default, logEvent.SpanId ?? default);
    }
}
