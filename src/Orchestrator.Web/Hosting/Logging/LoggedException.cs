namespace Orchestrator.Web.Hosting.Logging;

/// <summary>Stands for an exception whose text may not be written as it is.</summary>
internal sealed class LoggedException(string text) : Exception
{
    public override string ToString() => text;
}
