using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Orchestrator.Web.Hosting.Logging;

/// <summary>Writes each event whole: formatted first, so that two threads' lines never mix.</summary>
internal sealed class LineSink(ITextFormatter format, TextWriter output) : ILogEventSink
{
    private readonly Lock _writing = new();

    public void Emit(LogEvent logEvent)
    {
        // ASP.NET Core's own scope; the path is as a client sent it. RequestLog gives the route instead.
        logEvent.RemovePropertyIfPresent("RequestPath");
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        format.Format(logEvent, text);
        lock (_writing)
        {
            output.Write(text.ToString());
            output.Flush();
        }
    }
}
