namespace Orchestrator.Web.Hosting;

internal enum HostPurpose
{
    /// <summary>Listens, runs background work; its log goes to standard output.</summary>
    Serve,

    /// <summary>One command line verb: services only; standard output belongs to its result, the log to standard error.</summary>
    Verb,
}
